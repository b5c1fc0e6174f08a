/**
 * One lock per account, first come first served. Several are taken in sorted order, so no two transactions wait
 * for each other; a restore takes all of them by letting nobody else in.
 */
export interface AccountLocks {
  /** Undefined when all were free and are now held: nothing to wait for. `accounts` sorted, each once. */
  enter(accounts: readonly string[]): Promise<void> | undefined
  leave(accounts: readonly string[]): void
  /** Runs `task` when all who came before have left; who comes later waits for it. */
  alone<T>(task: () => Promise<T>): Promise<T>
}

type Wake = () => void

export function accountLocks(): AccountLocks {
  /** An account that is held, and who waits for it. */
  const held = new Map<string, Wake[]>()
  /** Transactions that hold locks or wait for them. */
  let inside = 0
  /** Set while a task wants to be or is alone: ends when everybody may come in again. */
  let gate: Promise<void> | undefined
  let onEmpty: Wake | undefined

  async function takeInOrder(accounts: readonly string[]): Promise<void> {
    for (const account of accounts) await take(account)
  }

  function take(account: string): Promise<void> | undefined {
    const queue = held.get(account)
    if (!queue) {
      held.set(account, [])
      return undefined
    }
    return new Promise((resolve) => queue.push(resolve))
  }

  function enter(accounts: readonly string[]): Promise<void> | undefined {
    if (gate) return gate.then(() => enter(accounts))
    inside++
    if (accounts.some((account) => held.has(account))) return takeInOrder(accounts)
    for (const account of accounts) held.set(account, [])
    return undefined
  }

  function leave(accounts: readonly string[]): void {
    for (const account of accounts) {
      // The lock passes from hand to hand: nobody who comes just now can snatch it.
      const next = held.get(account)?.shift()
      if (next) next()
      else held.delete(account)
    }
    inside--
    if (inside === 0) onEmpty?.()
  }

  function everybodyOut(): Promise<void> {
    return new Promise((resolve) => {
      onEmpty = resolve
    })
  }

  async function alone<T>(task: () => Promise<T>): Promise<T> {
    while (gate) await gate
    let open: Wake = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    try {
      if (inside > 0) await everybodyOut()
      return await task()
    } finally {
      gate = undefined
      onEmpty = undefined
      open()
    }
  }

  return { enter, leave, alone }
}
