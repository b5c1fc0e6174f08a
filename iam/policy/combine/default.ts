/**
 * Who must allow, for most services. Guardrails always. Across accounts both sides: the resource's policy
 * and everything of the caller's. Within one account either side grants, and how directly the resource's
 * policy names the caller decides which implicit denies it overrules.
 * "Policy evaluation logic" in the IAM user guide.
 */
import type { LayerId } from '#kernel/hops/decision.ts'
import type { EvaluationRequest } from '../evaluationRequest.ts'
import { isAccountPrincipal } from '../isAccountPrincipal.ts'
import type { Grant } from '../match/principal.ts'
import type { Combiner } from './combiner.ts'

const GUARDRAILS: readonly LayerId[] = ['rcp', 'scp']
const CALLER_SIDE: readonly LayerId[] = ['identity', 'boundary', 'session']

export const defaultCombiner: Combiner = (results, request) => {
  const grant = results.get('resource')?.grant?.by
  return new Set([...GUARDRAILS, ...requiredSides(grant, request)])
}

function requiredSides(grant: Grant | undefined, request: EvaluationRequest): readonly LayerId[] {
  if (!isAccountPrincipal(request.input.caller)) return ['resource']
  if (!request.isSameAccount) return ['resource', ...CALLER_SIDE]
  return grant === undefined ? CALLER_SIDE : STILL_NEEDED[grant]
}

/** What the caller's side must still allow when the resource's policy allows it by that name. */
const STILL_NEEDED: Readonly<Record<Grant, readonly LayerId[]>> = {
  // Naming the account only delegates: its administrator must grant.
  account: CALLER_SIDE,
  // The role is named, the session asks: boundary and session policy still narrow it.
  role: ['boundary', 'session'],
  user: ['session'],
  session: [],
  everyone: [],
}
