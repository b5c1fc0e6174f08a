/** Follows the journal: when a person signs in, or asks for their accounts, the roles that they may take are made. */
import type { ServiceContext, Worker } from '#kernel/http/service.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { type Cursor, StaleCursor } from '#kernel/store/store.ts'
import type { IdentityCenterKeys } from '../api.ts'
import { grantsOf } from '../assignments.ts'
import { instanceIn } from '../instance.ts'
import { type Instance, scopeOf, users } from '../state.ts'

type Context = Pick<ServiceContext<IdentityCenterKeys>, 'store' | 'keys'>

/** How far the journal has been followed, and what has been begun because of it. */
interface Following {
  readonly underWay: Set<Promise<void>>
  /** The journal that is followed, and the place up to which it was; absent before the first. */
  at?: { readonly account: string; place: Cursor } | undefined
  hasEnded: boolean
}

export function provisioningWorker(context: Context): Worker {
  const stop = new AbortController()
  const following: Following = { underWay: new Set(), hasEnded: false }
  const ended = follow(context, following, stop.signal).finally(() => {
    following.hasEnded = true
  })
  // Nobody waits for it until the sandbox closes; then whoever closes hears of a failure.
  ended.catch(() => {})
  return {
    async settled() {
      while (await isBehind(context.store, following)) await nextTurn()
      await Promise.allSettled(following.underWay)
    },
    async close() {
      stop.abort()
      await ended
      await context.keys.provisioning.settled()
    },
  }
}

async function isBehind(store: Context['store'], { at, hasEnded }: Following): Promise<boolean> {
  if (hasEnded) return false
  return at === undefined || (await store.changes(at.account, at.place, 1)).length > 0
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

async function follow(context: Context, following: Following, signal: AbortSignal): Promise<void> {
  const instance = await instanceIn(context.store)
  if (!instance) return
  let isLeft = true
  while (isLeft && !signal.aborted)
    isLeft = await followBranch(context, instance, following, signal)
}

/** True when a reset has left the branch of the journal that was followed: then it goes on with the new one. */
async function followBranch(
  context: Context,
  instance: Instance,
  following: Following,
  signal: AbortSignal,
): Promise<boolean> {
  const { store } = context
  const at = { account: instance.accountId, place: await store.head() }
  following.at = at
  try {
    for await (const { outcomes, cursor } of store.watch(at.account, at.place, signal)) {
      for (const outcome of outcomes) provisionFor(context, instance, outcome, following)
      at.place = cursor
    }
    return false
  } catch (error) {
    if (error instanceof StaleCursor) return true
    throw error
  }
}

const arrivals: readonly string[] = ['UserAuthentication', 'ListAccounts']

/** In the background; how it ended is in the store, and whoever asks for credentials tries again. */
function provisionFor(
  context: Context,
  instance: Instance,
  outcome: Outcome,
  { underWay }: Following,
): void {
  const { onBehalfOf } = outcome.caller
  if (!arrivals.includes(outcome.eventName) || outcome.errorCode || !onBehalfOf) return
  const work = provisionAssigned(context, instance, onBehalfOf.userId)
    .catch(() => {})
    .finally(() => underWay.delete(work))
  underWay.add(work)
}

async function provisionAssigned(
  { store, keys }: Context,
  instance: Instance,
  userId: string,
): Promise<void> {
  const user = await store.get(users, scopeOf(instance), userId)
  if (!user) return
  const grants = await grantsOf(store, instance, user.value)
  const accountIds = new Set(grants.map(({ account }) => account.accountId))
  await Promise.all([...accountIds].map((id) => keys.provisioning.provision(instance, id)))
}
