/** What can be tried against the way to a bucket, hop by hop. */
import type { Attack } from '#scenarios/engine/attack.ts'
import type { World } from '../world.ts'
import { boundary } from './boundary.ts'
import { bruteForce } from './bruteForce.ts'
import { devicePhishing } from './devicePhishing.ts'
import { expire } from './expire.ts'
import { expiredHop } from './expiredHop.ts'
import { explicitDeny } from './explicitDeny.ts'
import { foreignDecision } from './foreignDecision.ts'
import { late } from './late.ts'
import { noPermission } from './noPermission.ts'
import { notAssigned } from './notAssigned.ts'
import { outsiderOnReservedRole } from './outsiderOnReservedRole.ts'
import { replayAssertion } from './replayAssertion.ts'
import { replayRequest } from './replayRequest.ts'
import { revoke } from './revoke.ts'
import { scp } from './scp.ts'
import { swapToken } from './swapToken.ts'
import { tamperAssertion } from './tamperAssertion.ts'
import { tamperBody } from './tamperBody.ts'
import { tamperSignature } from './tamperSignature.ts'

export const attacks: readonly Attack<World>[] = [
  devicePhishing,
  tamperAssertion,
  replayAssertion,
  notAssigned,
  outsiderOnReservedRole,
  late,
  replayRequest,
  bruteForce,
  tamperSignature,
  swapToken,
  expire,
  noPermission,
  explicitDeny,
  scp,
  boundary,
  revoke,
  tamperBody,
  foreignDecision,
  expiredHop,
]
