/** The decision that the local carrier hands over is the one that goes over a wire, whenever it is read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, evaluateNow } from '#iam/policy/evaluate.ts'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import { createPolicyCache } from '#iam/policy/policyCache.ts'
import { askedOf } from './askRandom.ts'
import { request } from './policyArbitraries.ts'
import { allowAll, bucketPolicy, denyAll, question, root } from './question.ts'

const cache = createPolicyCache(100)

function expectTheSame(input: EvaluationInput): void {
  const written = evaluate(input, cache)
  const later = evaluateNow(input, cache)
  expect(later.decision).toBe(written.decision)
  expect({ ...later }).toEqual(written)
  expect(JSON.parse(JSON.stringify(later))).toEqual(JSON.parse(JSON.stringify(written)))
}

describe('a decision whose findings are written when they are read', () => {
  test('is the decision that is written at once, for any policies', () => {
    fc.assert(fc.property(request, (random) => expectTheSame(question(askedOf(random)))))
  })

  test.each([
    ['of the root user', { caller: root }],
    ['that nobody allows', {}],
    ['that is denied', { identityPolicies: [allowAll, denyAll] }],
    ['with a bucket policy', { resourcePolicy: bucketPolicy('*') }],
    ['that has keys of its own', { context: { 'aws:RequestTag/team': ['red'] } }],
  ] satisfies [string, Partial<EvaluationInput>][])('is so %s', (_, changes) => {
    expectTheSame(question(changes))
  })

  test('cannot be changed, nor can what it explains', () => {
    const decision = evaluateNow(question({ identityPolicies: [allowAll] }), cache)
    expect(Object.isFrozen(decision)).toBe(true)
    expect(Object.isFrozen(decision.decidedBy)).toBe(true)
    expect(Object.isFrozen(decision.context)).toBe(true)
    expect(Object.isFrozen(decision.layers.at(-1)?.policies[0]?.statements[0]?.because)).toBe(true)
  })

  test('writes its findings once', () => {
    const decision = evaluateNow(question(), cache)
    expect(decision.layers).toBe(decision.layers)
    expect(decision.context).toBe(decision.context)
  })
})
