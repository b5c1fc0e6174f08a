/**
 * The change and its outcome: a writing operation runs in one store transaction over the accounts that it
 * locks, and the journal's record is in the same commit. A reading one sees one consistent view.
 */
import { Conflict, type Reader, type Transaction } from '#kernel/store/store.ts'
import type { Exchange, Stage } from '../exchange.ts'
import { factsOf } from './authorise.ts'
import { explainOf, prepare } from './prepare.ts'
import { outcomeOf, recordRead } from './record.ts'

export const handleAndRecord: Stage = {
  name: 'handle, record',
  run: (x) => (x.operation.access === 'read' ? look(x) : change(x)),
}

async function look(x: Exchange): Promise<void> {
  x.output = await x.service.context.store.read(async (reader) => run(x, reader))
  recordRead(x)
}

async function change(x: Exchange): Promise<void> {
  try {
    await commit(x)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await changeAgain(x)
  }
}

/** What `prepare` had read was changed by somebody else before the commit: it looks again, once. */
async function changeAgain(x: Exchange): Promise<void> {
  x.trace?.explain('conflict', { again: true })
  await prepare.run(x)
  try {
    await commit(x)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    throw x.service.definition.conflict?.() ?? error
  }
}

async function commit(x: Exchange): Promise<void> {
  await x.service.context.store.write(accountsToLock(x), async (tx) => {
    x.output = await run(x, tx)
    tx.audit(outcomeOf(x, undefined))
  })
  x.recorded = true
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
  return [...new Set([x.caller.accountId, ...x.resourceAccounts, ...more])]
}
