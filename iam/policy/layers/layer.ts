/** A kind of policy that has a say in each request. Every layer is asked, whatever the others said. */
import type { LayerFinding, LayerId } from '#kernel/hops/decision.ts'
import { type PolicyResult, policyFinding } from '../evaluatePolicy.ts'
import type { EvaluationRequest } from '../evaluationRequest.ts'
import type { Grant } from '../match/principal.ts'

export interface LayerResult {
  readonly layer: LayerId
  readonly verdict: LayerFinding['verdict']
  readonly policies: readonly PolicyResult[]
  /** Resource policies: the Allow that names the caller most directly. */
  readonly grant?: { readonly by: Grant; readonly statement: number } | undefined
  /** SCPs and RCPs: the level that lets nothing through. */
  readonly blockedAt?: string | undefined
}

export interface Layer {
  readonly id: LayerId
  /** False: there is no such policy, or it does not bind this caller. */
  applies(request: EvaluationRequest): boolean
  evaluate(request: EvaluationRequest): LayerResult
}

export function notApplicable(layer: LayerId): LayerResult {
  return { layer, verdict: 'notApplicable', policies: [] }
}

export const layerFinding = (
  { layer, verdict, policies }: LayerResult,
  request: EvaluationRequest,
): LayerFinding => ({
  layer,
  verdict,
  policies: policies.map((policy) => policyFinding(policy, request)),
})

/** An explicit deny anywhere wins; else any Allow allows. */
export function verdictOf(policies: readonly PolicyResult[]): LayerFinding['verdict'] {
  if (hasMatch(policies, 'Deny')) return 'explicitDeny'
  return hasMatch(policies, 'Allow') ? 'allow' : 'implicitDeny'
}

export function hasMatch(policies: readonly PolicyResult[], effect: 'Allow' | 'Deny'): boolean {
  return policies.some(({ statements }) =>
    statements.some(({ matched, statement }) => matched && statement.effect === effect),
  )
}
