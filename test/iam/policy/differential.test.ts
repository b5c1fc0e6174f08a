import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askRandom } from './askRandom.ts'
import { naiveDecision } from './naiveEvaluator.ts'
import { request } from './policyArbitraries.ts'

test('20,000 random requests are decided as a second evaluator decides them', () => {
  const seen = { Allow: 0, Deny: 0 }
  fc.assert(
    fc.property(request, (random) => {
      const expected = naiveDecision(random)
      seen[expected]++
      if (askRandom(random).decision !== expected) {
        expect(askRandom(random)).toMatchObject({ decision: expected })
      }
    }),
    { numRuns: 20_000 },
  )
  // Both answers must be common, or the comparison says little.
  expect(seen.Allow).toBeGreaterThan(1_000)
  expect(seen.Deny).toBeGreaterThan(1_000)
}, 120_000)
