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
  let cursor = after
  while (!signal.aborted) {
    const [change] = changesAfter(watched.picture().journal, account, cursor, 1)
    if (change) {
      cursor = change.cursor
      yield change
    } else if (watched.isClosed()) {
      return
    } else {
      await nextOrAbort(watched, signal)
    }
  }
}

function nextOrAbort(watched: Watched, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      callOff()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const callOff = watched.onNext(done)
    signal.addEventListener('abort', done)
  })
}
