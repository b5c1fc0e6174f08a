/** Status and headers of a REST answer. The body is the protocol's own. */
import type { LinkedMember, LinkedOperation } from '../linked.ts'
import { writeText } from '../scalar.ts'

type Values = Readonly<Record<string, unknown>>

export function writeStatus({ status, output }: LinkedOperation, values: Values): number {
  const own = output.statusCode && values[output.statusCode.name]
  if (typeof own === 'number') return own
  // RFC 9110, 15.3.7: part of an object is 206, and `Content-Range` says which part.
  const range = output.headers.find(({ boundKey }) => boundKey === 'content-range')
  return range && values[range.name] !== undefined ? 206 : status
}

/** Adds the members that travel in headers. */
export function writeHeaders(
  { output }: LinkedOperation,
  values: Values,
  headers: Record<string, string>,
): void {
  for (const member of output.headers) {
    const value = values[member.name]
    if (value !== undefined && value !== null) headers[member.bound] = headerText(member, value)
  }
  for (const member of output.prefixes)
    for (const [name, value] of Object.entries((values[member.name] ?? {}) as Values))
      headers[member.bound + name] = fieldValue(String(value))
}

function headerText(member: LinkedMember, value: unknown): string {
  const { shape } = member
  if (shape.type !== 'list') return fieldValue(writeText(member, value, 'milliseconds'))
  const items = (value as unknown[]).map((item) => writeText(shape.of, item, 'milliseconds'))
  return fieldValue(items.join(', '))
}

/** RFC 9110, 5.5: all that a field value may not hold. */
const notInField = /[^\t\x20-\x7e\x80-\xff]/g

const isAnyNotInField = /[^\t\x20-\x7e\x80-\xff]/

/** A value never ends the header line, nor does it break the server that writes it. */
const fieldValue = (text: string): string =>
  isAnyNotInField.test(text) ? text.replace(notInField, '?') : text

/** A payload that is no structure: an object's bytes, or a text. Nothing where there is none. */
export function rawPayload({ output }: LinkedOperation, values: Values): Buffer {
  const value = output.payload && values[output.payload.name]
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.length)
  return Buffer.from(typeof value === 'string' ? value : '')
}
