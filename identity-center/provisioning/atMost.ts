/** Runs tasks as they come, at most so many at a time; the others wait in order. */
export type Limit = <T>(task: () => Promise<T>) => Promise<T>

export function atMost(count: number): Limit {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await task()
    } finally {
      // The place passes from hand to hand, so nobody who comes just now can take it.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
