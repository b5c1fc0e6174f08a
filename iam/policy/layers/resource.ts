/**
 * The resource's own policy: a bucket policy, or the trust policy of a role. It names principals, and how
 * directly it names the caller decides what else is needed (combine/).
 */
import { evaluatePolicy, type PolicyResult } from '../evaluatePolicy.ts'
import { GRANTS } from '../match/principal.ts'
import { type Layer, type LayerResult, notApplicable, verdictOf } from './layer.ts'

export const resource: Layer = {
  id: 'resource',
  applies: ({ input }) => input.resourcePolicy !== undefined,
  evaluate(request) {
    const { resourcePolicy, resourcePolicyKind } = request.input
    if (resourcePolicy === undefined) return notApplicable('resource')
    const result = evaluatePolicy(resourcePolicy, resourcePolicyKind ?? 'resource', request)
    const policies = [result]
    return {
      layer: 'resource',
      verdict: verdictOf(policies),
      policies,
      grant: strongestGrant(result),
    }
  },
}

function strongestGrant({ statements }: PolicyResult): LayerResult['grant'] {
  let strongest: LayerResult['grant']
  for (const { statement, grant } of statements) {
    if (grant === undefined || statement.effect !== 'Allow') continue
    if (strongest === undefined || GRANTS.indexOf(grant) > GRANTS.indexOf(strongest.by))
      strongest = { by: grant, statement: statement.index }
  }
  return strongest
}
