/**
 * The resource's own policy: a bucket policy, or the trust policy of a role. It names principals, and how
 * directly it names the caller decides what else is needed (combine/).
 */
import { evaluatePolicy, type PolicyResult } from '../evaluatePolicy.ts'
import { GRANTS, type Grant } from '../match/principal.ts'
import { type Layer, notApplicable, verdictOf } from './layer.ts'

export const resource: Layer = {
  id: 'resource',
  applies: ({ input }) => input.resourcePolicy !== undefined,
  evaluate(request) {
    const { resourcePolicy, resourcePolicyKind } = request.input
    if (resourcePolicy === undefined) return notApplicable('resource')
    const result = evaluatePolicy(resourcePolicy, resourcePolicyKind ?? 'resource', request)
    const policies = [result.finding]
    return {
      grant: strongestGrant(result),
      finding: { layer: 'resource', verdict: verdictOf(policies), policies },
    }
  },
}

function strongestGrant({ finding, grants }: PolicyResult): Grant | undefined {
  const allowed = new Set(
    grants.filter((_, index) => {
      const statement = finding.statements[index]
      return statement?.matched && statement.effect === 'Allow'
    }),
  )
  return GRANTS.findLast((grant) => allowed.has(grant))
}
