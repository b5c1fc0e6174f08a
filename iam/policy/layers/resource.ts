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
    const policies = [result.finding]
    return {
      grant: strongestGrant(result),
      finding: { layer: 'resource', verdict: verdictOf(policies), policies },
    }
  },
}

function strongestGrant({ finding, grants }: PolicyResult): LayerResult['grant'] {
  const allowing = finding.statements.filter(({ matched, effect }) => matched && effect === 'Allow')
  for (const by of GRANTS.toReversed()) {
    const statement = allowing.find(({ index }) => grants[index] === by)
    if (statement !== undefined) return { by, statement: statement.index }
  }
  return undefined
}
