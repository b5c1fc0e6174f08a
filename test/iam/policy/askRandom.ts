/** Puts a random request of policyArbitraries.ts to the engine. */

import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { NaivePolicy, NaiveRequest } from './naiveEvaluator.ts'
import { ask, policy, reader } from './question.ts'

const named = (statements: NaivePolicy) =>
  policy('Random', ...statements.map((each) => ({ ...each })))

export const askRandom = (random: NaiveRequest, changes: Partial<EvaluationInput> = {}): Decision =>
  ask({ ...askedOf(random), ...changes })

export function askedOf(random: NaiveRequest): Partial<EvaluationInput> {
  const { action, resource, keys, identity, boundary, session, scps } = random
  return {
    caller: reader,
    action,
    resource,
    context: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, [value]])),
    identityPolicies: identity.map(named),
    boundary: boundary === null ? undefined : named(boundary),
    sessionPolicies: session.map(named),
    scps: scps?.map((policies, level) => ({
      level: `level ${level}`,
      policies: policies.map(named),
    })),
  }
}
