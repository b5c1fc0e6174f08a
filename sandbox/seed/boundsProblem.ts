/**
 * Depth and count of a value before anything walks it recursively.
 * YAML anchors can make a value that holds itself or multiplies: the limits end both.
 */
import { type SeedProblem, seedProblem } from './seedProblem.ts'

export const depthLimit = 64
const valueLimit = 200_000

export function boundsProblem(seed: unknown): SeedProblem | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: seed, depth: 0 }]
  let seen = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++seen > valueLimit) return seedProblem('', 'tooManyValues', { limit: valueLimit })
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth === depthLimit) return seedProblem('', 'tooDeep', { limit: depthLimit })
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 })
  }
  return undefined
}
