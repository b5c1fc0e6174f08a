/** The last step of parsing: patterns become matchers, once, however often the policy is asked. */
import { compileCondition } from '../conditions/condition.ts'
import { compileActions } from '../match/action.ts'
import { compilePrincipals } from '../match/principal.ts'
import { compileResources } from '../match/resource.ts'
import type { PolicyVersion, Statement } from '../policy.ts'
import type { RawStatement } from './rawPolicy.ts'

export function compileStatement(
  { sid, effect, principal, action, resource, conditions }: RawStatement,
  index: number,
  version: PolicyVersion,
): Statement {
  return {
    index,
    sid,
    effect: effect === 'Allow' ? 'Allow' : 'Deny',
    principals: principal && compilePrincipals(principal.values, principal.negated),
    actions: compileActions(action?.values ?? [], action?.negated ?? false),
    resources: resource && compileResources(resource.values, resource.negated, version),
    conditions: conditions.map(({ reference, key, values }) =>
      compileCondition(reference, key, values, version),
    ),
  }
}
