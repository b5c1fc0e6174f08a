/**
 * Notes when keys and roles were last used, from the journal: no request waits for it, and what a reset takes
 * back was never used.
 */
import type { Worker } from '#kernel/http/service.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { type Reader, StaleCursor, type Store } from '#kernel/store/store.ts'
import { roleByArn } from '../lookup/principalByArn.ts'
import { accessKeys, lastUses, scopeOf, type Use } from '../state.ts'

/** A use is written down again once it is this much later: AWS's own date is minutes behind. */
const precision = 60_000

/** A key by its id, or a role by its unique id and, to find it, its ARN. */
interface Used {
  readonly account: string
  readonly id: string
  readonly roleArn?: string | undefined
  readonly use: Use
}

export function lastUseWorker({ store }: { readonly store: Store }): Worker {
  const stop = new AbortController()
  const followed = follow(store, stop.signal)
  // What broke is said when it is closed; until then nobody listens.
  followed.catch(() => {})
  return {
    close: async () => {
      stop.abort()
      await followed
    },
  }
}

async function follow(store: Store, signal: AbortSignal): Promise<void> {
  let isStale = true
  while (isStale && !signal.aborted) isStale = await followFromHead(store, signal)
}

/** True where a restore has left the history that was followed. */
async function followFromHead(store: Store, signal: AbortSignal): Promise<boolean> {
  try {
    for await (const { outcomes } of store.watch('*', await store.head(), signal))
      await writeDown(store, latest(outcomes.flatMap(usesOf)))
    return false
  } catch (error) {
    if (error instanceof StaleCursor) return true
    throw error
  }
}

function usesOf({ caller, at, region, eventSource }: Outcome): Used[] {
  const { accountId: account = '', accessKeyId, session } = caller
  if (account === '') return []
  const use = { at, region, service: eventSource.split('.')[0]! }
  if (session?.issuerId?.startsWith('AROA'))
    return [{ account, id: session.issuerId, roleArn: session.issuerArn, use }]
  return accessKeyId === undefined ? [] : [{ account, id: accessKeyId, use }]
}

function latest(uses: readonly Used[]): readonly Used[] {
  return [...new Map(uses.map((used) => [`${used.account}/${used.id}`, used])).values()]
}

async function writeDown(store: Store, uses: readonly Used[]): Promise<void> {
  for (const used of uses) {
    const { account, id, use } = used
    const known = await store.get(lastUses, scopeOf(account), id)
    if (known && isSame(known.value, use)) continue
    await store.write([account], async (tx) => {
      if (await isThere(tx, used)) await tx.put(lastUses, scopeOf(account), id, use)
    })
  }
}

const isSame = (known: Use, { at, region, service }: Use): boolean =>
  known.region === region && known.service === service && at - known.at < precision

async function isThere(read: Reader, { account, id, roleArn }: Used) {
  if (roleArn === undefined) return (await read.get(accessKeys, scopeOf(account), id)) !== undefined
  return (await roleByArn(read, roleArn))?.id === id
}
