/** Those who sleep until something happens; each is woken once. */
export interface Wakers {
  /** Returns the way to call it off. */
  add(wake: () => void): () => void
  wakeAll(): void
}

export function wakers(): Wakers {
  let sleeping = new Set<() => void>()
  return {
    add(wake) {
      sleeping.add(wake)
      return () => void sleeping.delete(wake)
    },
    wakeAll() {
      if (sleeping.size === 0) return
      const woken = sleeping
      sleeping = new Set()
      for (const wake of woken) wake()
    },
  }
}
