/**
 * The change and its outcome: a writing operation runs in one store transaction over the accounts that it
 * locks, and the journal's record is in the same commit. A reading one sees one consistent view.
 */
import type { Reader, Transaction } from '#kernel/store/store.ts'
import type { Exchange, Stage } from '../exchange.ts'
import { factsOf } from './authorise.ts'
import { explainOf } from './prepare.ts'
import { outcomeOf, recordRead } from './record.ts'

export const handleAndRecord: Stage = {
  name: 'handle, record',
  run: async (x) => {
    const { store } = x.service.context
    if (x.operation.access === 'read') {
      x.output = await store.read(async (reader) => run(x, reader))
      recordRead(x)
      return
    }
    await store.write(accountsToLock(x), async (tx) => {
      x.output = await run(x, tx)
      tx.audit(outcomeOf(x, undefined))
    })
    x.recorded = true
  },
}

function run(x: Exchange, store: Reader | Transaction): unknown {
  const { context } = x.service
  return x.operation.handle({
    input: x.input as never,
    caller: x.caller,
    facts: factsOf(x),
    clock: context.clock,
    ids: context.ids,
    keys: context.keys as never,
    prepared: x.prepared as never,
    decisions: x.decisions,
    explain: explainOf(x.trace),
    store: store as never,
  })
}

function accountsToLock(x: Exchange): readonly string[] {
  const asking = { input: x.input as never, caller: x.caller, facts: factsOf(x) }
  const more = x.operation.locks?.(asking) ?? []
  return [...new Set([x.caller.accountId, ...more])]
}
