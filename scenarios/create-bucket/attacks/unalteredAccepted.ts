/** The same request as its owner sent it goes through: only then does a refusal of the altered one prove anything. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attempt } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import type { HopCheck } from '#scenarios/engine/scenario.ts'

export const unalteredAccepted = ({ others: { unaltered } }: Attempt): HopCheck =>
  condition('unalteredAccepted', isAccepted(unaltered), { status: unaltered?.status ?? '-' })
