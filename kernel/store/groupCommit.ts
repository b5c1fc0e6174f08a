/** Commits on their way to the sink: one group is being saved, the next one gathers meanwhile (one sync for many). */
import { NotSaved } from './errors.ts'
import type { Picture } from './picture.ts'
import type { Commit, Sink } from './sink.ts'

export interface GroupCommit {
  /** Resolves when `commit` is durable; `picture` is the state with it. */
  push(commit: Commit, picture: Picture): Promise<void>
  /** Resolves when everything pushed so far is durable, rejects if any of it is lost. */
  settled(): Promise<void>
}

export interface GroupCommitEvents {
  /** Everything up to `picture` is durable. */
  saved(picture: Picture): void
  /** Nothing since the last `saved` is. */
  lost(): void
}

interface Waiting {
  readonly commit: Commit
  readonly picture: Picture
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

export function groupCommit(sink: Sink, events: GroupCommitEvents): GroupCommit {
  let queue: Waiting[] = []
  let isSaving = false
  let last: Promise<void> = Promise.resolve()

  async function saveAll(): Promise<void> {
    isSaving = true
    while (queue.length > 0) {
      const group = queue
      queue = []
      await save(group)
    }
    isSaving = false
  }

  async function save(group: readonly Waiting[]): Promise<void> {
    try {
      await sink.append(group.map(({ commit }) => commit))
    } catch (error) {
      loseAll(group, error)
      return
    }
    const newest = group.at(-1)
    if (newest) events.saved(newest.picture)
    for (const { resolve } of group) resolve()
  }

  /** What gathered meanwhile was built on what is lost, and is lost with it. */
  function loseAll(group: readonly Waiting[], cause: unknown): void {
    const lost = [...group, ...queue]
    queue = []
    last = Promise.resolve()
    events.lost()
    for (const { reject } of lost) reject(new NotSaved(cause))
  }

  function push(commit: Commit, picture: Picture): Promise<void> {
    last = new Promise((resolve, reject) => {
      queue.push({ commit, picture, resolve, reject })
    })
    // Whoever waits for it hears of a failure; a batch of outcomes has nobody who waits.
    last.catch(() => {})
    const pushed = last
    if (!isSaving) void saveAll()
    return pushed
  }

  return { push, settled: () => last }
}
