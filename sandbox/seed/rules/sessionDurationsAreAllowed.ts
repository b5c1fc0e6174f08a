/** A permission set's sessions last 1 to 12 hours. */
import { parseDuration } from '../../duration.ts'
import { seedProblem } from '../seedProblem.ts'
import type { SeedRule } from './seedRule.ts'

const hour = 3_600_000
const shortest = hour
const longest = 12 * hour

export const sessionDurationsAreAllowed: SeedRule = ({ identityCenter }) =>
  (identityCenter?.permissionSets ?? []).flatMap(({ sessionDuration: value }, i) =>
    value === undefined || isAllowed(value)
      ? []
      : [
          seedProblem(`identityCenter.permissionSets[${i}].sessionDuration`, 'sessionDuration', {
            value,
          }),
        ],
  )

function isAllowed(duration: string): boolean {
  const milliseconds = durationOf(duration)
  return milliseconds !== undefined && milliseconds >= shortest && milliseconds <= longest
}

function durationOf(text: string): number | undefined {
  try {
    return parseDuration(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
