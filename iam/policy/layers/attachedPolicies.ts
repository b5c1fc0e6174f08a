/** The verdict of policies that stand side by side: one Allow among them is enough, one Deny too much. */
import type { LayerId } from '#kernel/hops/decision.ts'
import { evaluatePolicy } from '../evaluatePolicy.ts'
import type { PolicyDocument } from '../evaluationInput.ts'
import type { EvaluationRequest } from '../evaluationRequest.ts'
import type { PolicyKind } from '../policy.ts'
import { type LayerResult, verdictOf } from './layer.ts'

export function attachedPolicies(
  layer: LayerId & PolicyKind,
  documents: readonly PolicyDocument[],
  request: EvaluationRequest,
): LayerResult {
  const policies = documents.map((document) => evaluatePolicy(document, layer, request))
  return { layer, verdict: verdictOf(policies), policies }
}
