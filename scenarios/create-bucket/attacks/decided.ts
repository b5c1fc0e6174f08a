/** What IAM decided on the last CreateBucket, layer by layer: the conditions of the attacks on hop 11. */
import type { Decision } from '#kernel/hops/decision.ts'
import type { Attempt } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { hopAbout, lastCall } from '#scenarios/engine/found.ts'
import type { HopCheck } from '#scenarios/engine/scenario.ts'

type Layer = 'scp' | 'boundary' | 'identity'
type Verdict = Decision['layers'][number]['verdict']

export function decisionOf({ exchanges }: Attempt): Decision | undefined {
  const call = lastCall(exchanges, 's3', 'CreateBucket')
  const answer = call && hopAbout(call, 'authorization.authorize')?.answer
  return (answer as { readonly decisions: readonly Decision[] } | undefined)?.decisions[0]
}

const says = (attempt: Attempt, layer: Layer, verdict: Verdict): boolean =>
  decisionOf(attempt)?.layers.some((each) => each.layer === layer && each.verdict === verdict) ??
  false

export const deniedBy = (layer: Layer, attempt: Attempt): HopCheck =>
  condition('layerDenies', says(attempt, layer, 'explicitDeny'), { layer })

export const notAllowedBy = (layer: Layer, attempt: Attempt): HopCheck =>
  condition('layerDoesNotAllow', says(attempt, layer, 'implicitDeny'), { layer })

export const allowedBy = (layer: Layer, attempt: Attempt): HopCheck =>
  condition('layerAllows', says(attempt, layer, 'allow'), { layer })

/** Neither is there a statement that denies: it is only that none grants. */
export const deniedByNobody = (attempt: Attempt): HopCheck =>
  condition(
    'nobodyDenies',
    decisionOf(attempt)?.layers.every(({ verdict }) => verdict !== 'explicitDeny'),
  )
