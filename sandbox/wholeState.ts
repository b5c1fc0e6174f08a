/** All that a sandbox keeps, to compare before with after: every collection of every account, and the bodies. */
import { isDeepStrictEqual } from 'node:util'
import { type Entry, movesOnRefusal } from '#kernel/store/store.ts'
import type { Services } from './startServices.ts'

export interface WholeState {
  /** By collection, account, region and key. */
  readonly entries: ReadonlyMap<string, Entry<unknown>>
  /** Hashes of the bodies. */
  readonly blobs: readonly string[]
}

/** Once the workers are done with what was committed. Left out is what a refusal may change: the collections say so. */
export async function wholeState({ store, blobs, settled }: Services): Promise<WholeState> {
  await settled()
  const entries = new Map<string, Entry<unknown>>()
  for (const { collection, scope, entry } of store.dump())
    if (!movesOnRefusal(collection))
      entries.set(`${collection} ${scope.account}/${scope.region} ${entry.key}`, entry)
  return { entries, blobs: blobs.hashes() }
}

/** The names of what is in one of them alone, or different. */
export function stateDifferences(before: WholeState, after: WholeState): string[] {
  const names = new Set([...before.entries.keys(), ...after.entries.keys()])
  const entries = [...names].filter(
    (name) => !isDeepStrictEqual(before.entries.get(name), after.entries.get(name)),
  )
  const blobs = [...new Set([...before.blobs, ...after.blobs])].filter(
    (hash) => before.blobs.includes(hash) !== after.blobs.includes(hash),
  )
  return [...entries, ...blobs.map((hash) => `blob ${hash}`)].sort()
}
