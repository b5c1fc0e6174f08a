/** The role that Identity Center made for the permission set: in IAM nobody may change it, not even an administrator. */
import type { Attempt } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { exchangesOf, type RecordedExchange } from '#scenarios/engine/exchanges.ts'
import { lastCall } from '#scenarios/engine/found.ts'
import type { HopCheck } from '#scenarios/engine/scenario.ts'
import { brought, type World } from '../world.ts'

/** Out of the recording: STS said, at hop 8, which role it was. */
function reservedRoleArn({ sandbox }: Pick<World, 'sandbox'>): string {
  const entered = entering(exchangesOf(sandbox.recording()))
  return brought(entered?.finding('session')['role'] as string | undefined, 'reserved role')
}

const entering = (exchanges: readonly RecordedExchange[]) =>
  lastCall(exchanges, 'sts', 'AssumeRoleWithSAML')

export const reservedRoleName = (world: Pick<World, 'sandbox'>): string =>
  reservedRoleArn(world).split('/').at(-1)!

export const reservedRoleRefuses = ({ others: { reserved } }: Attempt): HopCheck =>
  condition('reservedRoleRefuses', reserved?.code === 'UnmodifiableEntity', {
    code: reserved?.code ?? '-',
  })
