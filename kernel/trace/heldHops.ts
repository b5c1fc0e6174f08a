/**
 * A question is recorded when it has its answer, so one that it led to comes first. That one is held here until the
 * question above it is there: whoever reads finds each after the one that it answers.
 */

/** Of hops above them that never come; the oldest go first. */
const capacity = 1_000

export interface HeldHops<H> {
  hold(within: string, hop: H): void
  /** Those right below `id`, in order. */
  release(id: string): readonly H[]
  clear(): void
}

export function heldHops<H>(): HeldHops<H> {
  const held = new Map<string, H[]>()
  return {
    hold(within, hop) {
      const known = held.get(within)
      if (known) known.push(hop)
      else held.set(within, [hop])
      if (held.size > capacity) held.delete(held.keys().next().value!)
    },
    release(id) {
      const below = held.get(id)
      if (!below) return none
      held.delete(id)
      return below
    },
    clear: () => held.clear(),
  }
}

const none: readonly never[] = []
