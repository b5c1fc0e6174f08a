/** A value of the wire as a person can take it in: the time of an instant, the beginning of a random id. The report has it whole. */
import { clockTime } from './time.ts'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/
const uuid = /\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g
const longHex = /([0-9a-f]{8})[0-9a-f]{24,}/g

export function forPeople(value: string | number, cut: string): string | number {
  if (typeof value === 'number') return value
  if (instant.test(value) && !Number.isNaN(Date.parse(value))) return clockTime(value)
  return value.replace(uuid, `$1${cut}`).replace(longHex, `$1${cut}`)
}
