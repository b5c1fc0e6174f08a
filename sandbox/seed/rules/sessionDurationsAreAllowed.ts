/** A permission set's sessions last 1 to 12 hours. */
import { seedProblem } from '../seedProblem.ts'
import type { SeedRule } from './seedRule.ts'

const shortest = 3_600
const longest = 43_200

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
  const parts = /^PT(?=\d)(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?$/.exec(duration)
  if (!parts) return false
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const total = hours * 3_600 + minutes * 60 + seconds
  return total >= shortest && total <= longest
}
