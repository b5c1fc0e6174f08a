/** One scalar between its text and its value: in XML, forms, query strings and headers. */
import { BadValue } from './badValue.ts'
import type { LinkedMember } from './linked.ts'
import { readTimestamp, writeTimestamp } from './timestamp.ts'

export type XmlDates = 'seconds' | 'milliseconds'

export function readText(member: LinkedMember, text: string): unknown {
  switch (member.shape.type) {
    case 'string':
      return text
    case 'boolean':
      return readBoolean(member, text)
    case 'integer':
    case 'long':
      return readInteger(member, text)
    case 'float':
    case 'double':
      return readDecimal(member, text)
    case 'timestamp':
      return readTimestamp(member.format, text) ?? refuse(member, text, 'a valid timestamp')
    case 'blob':
      return readBase64(text) ?? refuse(member, text, 'valid base64')
    default:
      throw new BadValue({ kind: 'body', problem: `a value stands where ${member.wire} has parts` })
  }
}

function readBoolean(member: LinkedMember, text: string): boolean {
  if (text === 'true') return true
  return text === 'false' ? false : refuse(member, text, 'a boolean')
}

function readInteger(member: LinkedMember, text: string): number {
  const value = /^[+-]?\d{1,19}$/.test(text) ? Number(text) : Number.NaN
  return isWithin(member, value) ? value : refuse(member, text, anInteger)
}

const anInteger = 'an integer or within integer range'

/** Java's int, and for long what a JavaScript number holds exactly. */
export function isWithin(member: LinkedMember, value: number): boolean {
  // SIMPLIFICATION: a long beyond 2^53 is refused; no operation here has use for one.
  if (!Number.isSafeInteger(value)) return false
  return member.shape.type === 'long' || (value >= -(2 ** 31) && value < 2 ** 31)
}

function readDecimal(member: LinkedMember, text: string): number {
  const value = /^[+-]?[\d.]{1,32}(?:[eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : refuse(member, text, 'a number')
}

/** RFC 4648, 4, padded; undefined where it is not. */
export function readBase64(text: string): Buffer | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  return Buffer.from(text, 'base64')
}

function refuse(member: LinkedMember, text: string, expected: string): never {
  const name = member.bound || member.wire || member.name
  throw new BadValue({
    kind: member.place === 'body' ? 'body' : 'value',
    problem: `${name} is not ${expected}`,
    name,
    value: member.sensitive ? undefined : text,
    expected,
  })
}

export function writeText(member: LinkedMember, value: unknown, dates: XmlDates): string {
  if (value instanceof Date) return String(writeTimestamp(member.format, value, dates))
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return String(value)
}
