/** Follows the journal: when a person signs in, or asks for their accounts, the roles that they may take are made. */
import type { ServiceContext, Worker } from '#kernel/http/service.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { StaleCursor } from '#kernel/store/store.ts'
import type { IdentityCenterKeys } from '../api.ts'
import { grantsOf } from '../assignments.ts'
import { instanceIn } from '../instance.ts'
import { type Instance, scopeOf, users } from '../state.ts'

type Context = Pick<ServiceContext<IdentityCenterKeys>, 'store' | 'keys'>

export function provisioningWorker(context: Context): Worker {
  const stop = new AbortController()
  const ended = follow(context, stop.signal)
  // Nobody waits for it until the sandbox closes; then whoever closes hears of a failure.
  ended.catch(() => {})
  return {
    async close() {
      stop.abort()
      await ended
      await context.keys.provisioning.settled()
    },
  }
}

async function follow(context: Context, signal: AbortSignal): Promise<void> {
  const instance = await instanceIn(context.store)
  if (!instance) return
  let isLeft = true
  while (isLeft && !signal.aborted) isLeft = await followBranch(context, instance, signal)
}

/** True when a reset has left the branch of the journal that was followed: then it goes on with the new one. */
async function followBranch(
  context: Context,
  instance: Instance,
  signal: AbortSignal,
): Promise<boolean> {
  const { store } = context
  try {
    for await (const { outcomes } of store.watch(instance.accountId, await store.head(), signal))
      for (const outcome of outcomes) provisionFor(context, instance, outcome)
    return false
  } catch (error) {
    if (error instanceof StaleCursor) return true
    throw error
  }
}

const arrivals: readonly string[] = ['UserAuthentication', 'ListAccounts']

/** In the background; how it ended is in the store, and whoever asks for credentials tries again. */
function provisionFor(context: Context, instance: Instance, outcome: Outcome): void {
  const { onBehalfOf } = outcome.caller
  if (!arrivals.includes(outcome.eventName) || outcome.errorCode || !onBehalfOf) return
  provisionAssigned(context, instance, onBehalfOf.userId).catch(() => {})
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
