/** Watching the journal: an endless reading of what comes after a cursor, that sleeps while there is nothing. */
import { changesAfter } from './changeLog.ts'
import type { Picture } from './picture.ts'
import type { Change, Cursor } from './store.ts'

export interface Watched {
  /** The picture at the moment; asked anew before each change, so a restore is noticed at once. */
  picture(): Picture
  isClosed(): boolean
  /** Calls `wake` once, after the next commit, restore or close. Returns the way to call it off. */
  onNext(wake: () => void): () => void
}

export async function* watchChanges(
  watched: Watched,
  account: string,
  after: Cursor,
  signal: AbortSignal,
): AsyncGenerator<Change, void, void> {
  const sleeper = sleeperUntil(watched, signal)
  let cursor = after
  try {
    while (!signal.aborted) {
      const [change] = changesAfter(watched.picture().journal, account, cursor, 1)
      if (change) {
        cursor = change.cursor
        yield change
      } else if (watched.isClosed()) {
        return
      } else {
        await sleeper.sleep()
      }
    }
  } finally {
    sleeper.end()
  }
}

/** Listens to `signal` once, however often it sleeps: a commit wakes every watcher. */
function sleeperUntil(watched: Watched, signal: AbortSignal) {
  let wake = () => {}
  let callOff = () => {}
  const onAbort = () => {
    callOff()
    wake()
  }
  signal.addEventListener('abort', onAbort)
  return {
    sleep: () =>
      new Promise<void>((resolve) => {
        wake = resolve
        callOff = watched.onNext(resolve)
      }),
    end: () => signal.removeEventListener('abort', onAbort),
  }
}
