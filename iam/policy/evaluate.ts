/**
 * May they? Every layer is evaluated, also after a deny; a combiner says which of them must allow; the
 * answer is plain data that explains itself, and AWS's sentence is one rendering of it.
 */
import type { Decision } from '#kernel/hops/decision.ts'
import { type Explanation, explainedLater, type Verdict } from '#kernel/hops/explainedLater.ts'
import type { LayerResults } from './combine/combiner.ts'
import { decide } from './combine/decide.ts'
import { defaultCombiner } from './combine/default.ts'
import { trustPolicy } from './combine/trustPolicy.ts'
import { type DenialStyle, denialMessage } from './denialMessage.ts'
import type { EvaluationInput } from './evaluationInput.ts'
import { type EvaluationRequest, evaluationRequest } from './evaluationRequest.ts'
import { layers } from './layers/index.ts'
import { type Layer, type LayerResult, layerFinding, notApplicable } from './layers/layer.ts'
import type { PolicyCache } from './policyCache.ts'

/**
 * Pure: the same input gives the same decision. Throws `MalformedPolicyDocument` where a policy does not
 * parse, so that a broken policy lets nobody through.
 */
export function evaluate(input: EvaluationInput, cache: PolicyCache): Decision {
  const { verdict, explain } = judge(input, cache)
  const { decision, action, resource, principal, decidedBy, message } = verdict
  return {
    decision,
    action,
    resource,
    principal,
    ...explain(),
    ...(decidedBy && { decidedBy }),
    ...(message !== undefined && { message }),
  }
}

/** The same decision; its findings are written when they are read first. `input` must not change. */
export function evaluateNow(input: EvaluationInput, cache: PolicyCache): Decision {
  const { verdict, explain } = judge(input, cache)
  return explainedLater(verdict, explain)
}

interface Judged {
  readonly verdict: Verdict
  readonly explain: () => Explanation
}

function judge(input: EvaluationInput, cache: PolicyCache): Judged {
  const request = evaluationRequest(input, cache)
  const results: LayerResults = new Map(
    layers.map((layer) => [layer.id, evaluateLayer(layer, request)]),
  )
  const combine = input.resourcePolicyKind === 'trust' ? trustPolicy : defaultCombiner
  const { action, resource, caller } = input
  const outcome = decide(results, combine(results, request))
  const known: Verdict = { action, resource, principal: caller.arn, ...outcome }
  return { verdict: worded(known, request), explain: () => explanation(results, request) }
}

function evaluateLayer(layer: Layer, request: EvaluationRequest): LayerResult {
  return layer.applies(request) ? layer.evaluate(request) : notApplicable(layer.id)
}

const explanation = (results: LayerResults, request: EvaluationRequest): Explanation => ({
  layers: Array.from(results.values(), (result) => layerFinding(result, request)),
  context: request.context.known(),
})

function worded(verdict: Verdict, request: EvaluationRequest): Verdict {
  if (verdict.decision === 'Allow') return verdict
  return { message: denialMessage(verdict, denialStyle(verdict, request)), ...verdict }
}

/** A policy of the resource's side is named to the same account and the same organization only. */
function denialStyle({ decidedBy }: Verdict, request: EvaluationRequest): DenialStyle {
  const isOwnSide = decidedBy?.layer !== 'rcp' && decidedBy?.layer !== 'resource'
  const { callerOrganization, resourceOrganization } = request.input
  const isSameOrganization =
    callerOrganization !== undefined && callerOrganization.id === resourceOrganization?.id
  const isShown = isOwnSide || request.isSameAccount || isSameOrganization
  return { policyArn: isShown ? 'shown' : 'hidden' }
}
