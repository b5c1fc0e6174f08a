/**
 * May they? Every layer is evaluated, also after a deny; a combiner says which of them must allow; the
 * answer is plain data that explains itself, and AWS's sentence is one rendering of it.
 */
import type { Decision } from '#kernel/hops/decision.ts'
import type { LayerResults } from './combine/combiner.ts'
import { decide } from './combine/decide.ts'
import { defaultCombiner } from './combine/default.ts'
import { trustPolicy } from './combine/trustPolicy.ts'
import { type DenialStyle, denialMessage } from './denialMessage.ts'
import type { EvaluationInput } from './evaluationInput.ts'
import { type EvaluationRequest, evaluationRequest } from './evaluationRequest.ts'
import { layers } from './layers/index.ts'
import { type Layer, type LayerResult, notApplicable } from './layers/layer.ts'
import type { PolicyCache } from './policyCache.ts'

/**
 * Pure: the same input gives the same decision. Throws `MalformedPolicyDocument` where a policy does not
 * parse, so that a broken policy lets nobody through.
 */
export function evaluate(input: EvaluationInput, cache: PolicyCache): Decision {
  const request = evaluationRequest(input, cache)
  const results: LayerResults = new Map(
    layers.map((layer) => [layer.id, evaluateLayer(layer, request)]),
  )
  const combine = input.resourcePolicyKind === 'trust' ? trustPolicy : defaultCombiner
  const { decision: verdict, decidedBy } = decide(results, combine(results, request))
  const known: Decision = {
    decision: verdict,
    action: input.action,
    resource: input.resource,
    principal: input.caller.arn,
    layers: Array.from(results.values(), ({ finding }) => finding),
    context: request.context.known,
  }
  const decision = decidedBy === undefined ? known : { ...known, decidedBy }
  if (decision.decision === 'Allow') return decision
  return { ...decision, message: denialMessage(decision, denialStyle(decision, request)) }
}

function evaluateLayer(layer: Layer, request: EvaluationRequest): LayerResult {
  return layer.applies(request) ? layer.evaluate(request) : notApplicable(layer.id)
}

/** A policy of the resource's side is named to the same account and the same organization only. */
function denialStyle({ decidedBy }: Decision, request: EvaluationRequest): DenialStyle {
  const isOwnSide = decidedBy?.layer !== 'rcp' && decidedBy?.layer !== 'resource'
  const { callerOrganization, resourceOrganization } = request.input
  const isSameOrganization =
    callerOrganization !== undefined && callerOrganization.id === resourceOrganization?.id
  const isShown = isOwnSide || request.isSameAccount || isSameOrganization
  return { policyArn: isShown ? 'shown' : 'hidden' }
}
