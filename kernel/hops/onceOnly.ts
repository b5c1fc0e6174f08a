/** Handles each ask once: the same one again gets the answer that the first one got. */
import { LRUCache } from 'lru-cache'

export type OnceOnly<T> = (ask: string, handle: () => Promise<T>) => Promise<T>

/** Keeps the last `limit` answers: far more than come within the quarter of an hour that a signature is fresh. */
export function createOnceOnly<T>(limit = 10_000): OnceOnly<T> {
  const answers = new LRUCache<string, Promise<T>>({ max: limit })
  return (ask, handle) => {
    const known = answers.get(ask)
    if (known !== undefined) return known
    const answer = handle()
    answers.set(ask, answer)
    return answer
  }
}
