/** Somebody starts a sign-in of their own, and sends the link to a person who approves it. It works. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack, Attempt } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { lastCall, lastPage } from '#scenarios/engine/found.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { playUpTo } from './playUpTo.ts'

export const devicePhishing: Attack<World> = {
  id: 'device-phishing',
  hop: 1,
  party: 'identity-center',
  expects: { outcome: 'accepted', status: 200 },
  act: async ({ world, send }) => {
    // The client of the world is the attacker's; the browser that signs in and approves is the victim's own.
    await playUpTo('credentials', world)
    const made = await send(createBucketRequest(world, world.cast.bucket))
    return {
      answer: made,
      others: { made },
      facts: { userName: world.cast.person.userName },
    }
  },
  conditions: (attempt) => {
    const { userName = '-' } = attempt.facts
    return [
      condition('victimApproved', approvedBy(attempt) === userName, { userName }),
      condition('tokenIsTheVictims', tokenOf(attempt) === userName, { userName }),
      condition('attackerMadeABucket', isAccepted(attempt.others['made'])),
    ]
  },
}

const approvedBy = ({ exchanges }: Attempt): unknown => {
  const { decision, user } =
    lastPage(exchanges, 'identity-center', 'POST', '/device')?.finding('device-approval') ?? {}
  return decision === 'allowed' ? user : undefined
}

const tokenOf = ({ exchanges }: Attempt): unknown =>
  lastCall(exchanges, 'identity-center', 'GetRoleCredentials')?.finding('access-token')['user']
