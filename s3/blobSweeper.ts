/** Follows the journal, and sweeps some time after a commit that may have let go of a blob. */
import type { Blobs } from '#kernel/blobs/blobs.ts'
import type { Scheduler } from '#kernel/clock/scheduler.ts'
import type { Worker } from '#kernel/http/service.ts'
import { type Change, StaleCursor, type Store } from '#kernel/store/store.ts'
import { sweepBlobs } from './objects/sweepBlobs.ts'
import { blobUses } from './state.ts'

/** Many commits are answered with one sweep. */
export const SWEEP_DELAY_MS = 1000

/** The first sweep spares what was put lately: its record may be about to be written. */
const SWEEPS_AFTER_A_CHANGE = 2

export interface SweeperNeeds {
  readonly store: Store
  readonly blobs: Blobs
  readonly scheduler: Scheduler
  readonly onFailure: (error: unknown) => void
}

export function blobSweeper(needs: SweeperNeeds): Worker {
  const stop = new AbortController()
  const sweeps = sweepLater(needs)
  const following = follow(needs.store, sweeps.request, stop.signal).catch(needs.onFailure)
  return {
    async close() {
      stop.abort()
      sweeps.callOff()
      await following
      await sweeps.settled()
    },
  }
}

function sweepLater({ store, blobs, scheduler, onFailure }: SweeperNeeds) {
  let left = 0
  let callOff: (() => void) | undefined
  let underWay: Promise<void> = Promise.resolve()
  const sweep = () => {
    callOff = undefined
    left--
    underWay = sweepBlobs(store, blobs).catch(onFailure)
    if (left > 0) arm()
  }
  const arm = () => {
    callOff ??= scheduler.after(SWEEP_DELAY_MS, sweep)
  }
  return {
    request: () => {
      left = SWEEPS_AFTER_A_CHANGE
      arm()
    },
    callOff: () => callOff?.(),
    settled: () => underWay,
  }
}

/** Ends with the store or the signal. A restore leaves the history that was followed: all may have changed. */
async function follow(store: Store, onChange: () => void, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      for await (const change of store.watch('*', await store.head(), signal))
        if (concernsBlobs(change)) onChange()
      return
    } catch (error) {
      if (!(error instanceof StaleCursor)) throw error
      onChange()
    }
  }
}

const concernsBlobs = ({ keys }: Change) =>
  keys.some(({ collection }) => collection === blobUses.name)
