/** A man in the middle answers S3 with a decision that IAM really signed, for another request. */
import type { Decision } from '#kernel/hops/decision.ts'
import { hopPath } from '#kernel/hops/hopWire.ts'
import type { PostAnswer } from '#kernel/hops/post.ts'
import type { Attack, Attempt } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { hopAbout, lastCall } from '#scenarios/engine/found.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import { brought, type World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { denyingSet } from './denyingSet.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

const mayThey = hopPath('authorization', 'authorize')

export const foreignDecision: Attack<World> = {
  id: 'foreign-decision',
  hop: 12,
  party: 's3',
  expects: { outcome: 'refused', status: 500, code: 'InternalError' },
  needsBytesOnAHop: true,
  patch: (seed) => ({ permissionSet: denyingSet(seed) }),
  act: async ({ world, wiretap, send, attacked }) => {
    await playUpTo('credentials', world)
    let captured: PostAnswer | undefined
    let replaced: PostAnswer | undefined
    wiretap.onHop = async (asked, deliver) => {
      const answer = await deliver(asked)
      if (asked.path === mayThey) captured = answer
      return answer
    }
    const unaltered = await send(createBucketRequest(world, world.cast.bucket))
    const allowed = brought(captured, 'decision on the first request')
    wiretap.onHop = async (asked, deliver) => {
      if (asked.path !== mayThey) return deliver(asked)
      replaced = await deliver(asked)
      return allowed
    }
    const denied = createBucketRequest(world, attackersBucket(world.cast))
    return {
      ...(await attacked(() => send(denied))),
      others: { unaltered },
      changed: [{ part: 'decision', before: decided(replaced), after: decided(allowed) }],
    }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('decisionsDiffered', differed(attempt)),
    condition('s3DidNotBelieve', hopOutcome(attempt) === 'BadStatement', {
      outcome: hopOutcome(attempt),
    }),
  ],
}

const differed = ({ changed }: Attempt): boolean =>
  changed.some(({ before, after }) => before?.startsWith('Deny') && after?.startsWith('Allow'))

function hopOutcome({ exchanges }: Attempt): string {
  const call = lastCall(exchanges, 's3', 'CreateBucket')
  return (call && hopAbout(call, 'authorization.authorize')?.outcome) ?? '-'
}

/** `Allow s3:CreateBucket arn:aws:s3:::b`: what the signed statement says. */
function decided(answer: PostAnswer | undefined): string {
  const { statement = '' } = JSON.parse(answer?.body.toString() ?? '{}') as { statement?: string }
  const claims = Buffer.from(statement.split('.')[1] ?? '', 'base64url').toString()
  const { body } = JSON.parse(claims || '{}') as { body?: { decisions: readonly Decision[] } }
  const [decision] = body?.decisions ?? []
  return decision ? `${decision.decision} ${decision.action} ${decision.resource}` : '-'
}
