/**
 * SCPs and RCPs: the request must get past the root, every OU and the account. Within one level any
 * Allow lets it past; a level without an Allow, or without a policy, lets nothing past.
 */
import type { LayerFinding, PolicyFinding } from '#kernel/hops/decision.ts'
import { evaluatePolicy } from '../evaluatePolicy.ts'
import type { GuardrailLevel } from '../evaluationInput.ts'
import type { EvaluationRequest } from '../evaluationRequest.ts'
import { hasMatch, type LayerResult } from './layer.ts'

export function guardrailLevels(
  layer: 'scp' | 'rcp',
  levels: readonly GuardrailLevel[],
  request: EvaluationRequest,
): LayerResult {
  const results = levels.map((level) => ({
    level: level.level,
    findings: findingsAt(level, layer, request),
  }))
  const policies = results.flatMap(({ findings }) => findings)
  const blockedAt = results.find(({ findings }) => !hasMatch(findings, 'Allow'))?.level
  return { blockedAt, finding: { layer, verdict: verdict(policies, blockedAt), policies } }
}

function findingsAt(
  { level, policies }: GuardrailLevel,
  layer: 'scp' | 'rcp',
  request: EvaluationRequest,
): PolicyFinding[] {
  return policies.map((document) => ({
    ...evaluatePolicy(document, layer, request).finding,
    level,
  }))
}

function verdict(
  policies: readonly PolicyFinding[],
  blockedAt: string | undefined,
): LayerFinding['verdict'] {
  if (hasMatch(policies, 'Deny')) return 'explicitDeny'
  return blockedAt === undefined ? 'allow' : 'implicitDeny'
}
