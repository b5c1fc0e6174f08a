/** A value of a shape as JSON: dates as epoch seconds, blobs as base64, absent members left out. */
import type { LinkedMember, LinkedStructure } from '../linked.ts'
import { writeTimestamp } from '../timestamp.ts'

type Values = Readonly<Record<string, unknown>>

export function writeJson(structure: LinkedStructure, value: unknown): string {
  return JSON.stringify(jsonStructure(structure, value as Values))
}

function jsonStructure(structure: LinkedStructure, values: Values): Values {
  const json: Record<string, unknown> = {}
  for (const member of structure.body) {
    const value = values[member.name]
    if (value !== undefined && value !== null) json[member.wire] = jsonMember(member, value)
  }
  return json
}

function jsonMember(member: LinkedMember, value: unknown): unknown {
  const { shape } = member
  switch (shape.type) {
    case 'structure':
      return jsonStructure(shape, value as Values)
    case 'list':
      return (value as readonly unknown[]).map((item) => jsonMember(shape.of, item))
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Values).map(([key, item]) => [key, jsonMember(shape.value, item)]),
      )
    case 'timestamp':
      return writeTimestamp(member.format, value as Date, 'milliseconds')
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64')
    default:
      return value
  }
}
