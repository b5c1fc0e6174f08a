/** What must be asked of others before the change: it may refuse, it writes nothing. */
import type { Stage } from '../exchange.ts'
import { factsOf } from './authorise.ts'

export const prepare: Stage = {
  name: 'prepare',
  run: async (x) => {
    if (!x.operation.prepare) return
    const { context } = x.service
    x.prepared = await x.operation.prepare({
      input: x.input as never,
      caller: x.caller,
      read: context.store,
      facts: factsOf(x),
      clock: context.clock,
      ids: context.ids,
      keys: context.keys as never,
      hops: x.hops,
      call: context.call,
      explain: explainOf(x.trace),
    })
  },
}

const silent = () => {}

export const explainOf = (trace: { explain(topic: string, data: object): void } | undefined) =>
  trace ? trace.explain : silent
