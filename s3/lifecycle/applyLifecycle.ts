/** One round through all buckets that have a lifecycle: what is due is done, each object in its account's turn. */
import type { Store } from '#kernel/store/store.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { objectPlace } from '../buckets/bucketPlace.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import { deleteStored, putStored } from '../objects/storedObject.ts'
import { bucketNames, NOBODY, objects } from '../state.ts'
import { dueAction } from './dueAction.ts'
import type { StoredLifecycle } from './storedLifecycle.ts'

/** Objects that are looked at in one transaction. */
const BATCH = 500

export async function applyLifecycle(store: Store, now: number): Promise<void> {
  for (const { key: name, value } of await store.list(bucketNames, NOBODY)) {
    const place = { name, account: value.account, region: value.region }
    const lifecycle = await configuration(store, place, 'lifecycle')
    if (lifecycle) await applyTo(store, place, lifecycle, now)
  }
}

async function applyTo(
  store: Store,
  place: BucketPlace,
  lifecycle: StoredLifecycle,
  now: number,
): Promise<void> {
  let after: string | undefined
  do after = await applyBatch(store, place, lifecycle, { now, after })
  while (after !== undefined)
}

/** The key to go on after; undefined at the end. */
async function applyBatch(
  store: Store,
  place: BucketPlace,
  lifecycle: StoredLifecycle,
  { now, after }: { readonly now: number; readonly after: string | undefined },
): Promise<string | undefined> {
  const before = objectPlace(place.name, '')
  const range = { prefix: before, after, limit: BATCH }
  return store.write([place.account], async (tx) => {
    const found = await tx.list(objects, place, range)
    for (const { key: at, value: object } of found) {
      const due = dueAction(lifecycle, { key: at.slice(before.length), object }, now)
      if (due?.kind === 'expire') await deleteStored(tx, place, at)
      if (due?.kind !== 'transition') continue
      const moved = { ...object, storageClass: due.storageClass }
      await putStored(tx, place, at, { object: moved, current: object })
    }
    return found.length < BATCH ? undefined : found.at(-1)!.key
  })
}
