/** What a recording keeps: the last exchanges, each whole, with all that was asked in its course; older ones fall out whole. */
import { createPackedTexts, type PackedText } from './packedTexts.ts'
import type { HopEvent, RecordedEvent } from './recording.ts'

export interface ExchangeRing {
  add(event: RecordedEvent): void
  /** In the order of `seq`. */
  events(): readonly RecordedEvent[]
  clear(): void
}

interface Exchange {
  /** Of the one that is not answered yet, and what came late. */
  fresh: RecordedEvent[]
  /** As JSON, once it was answered. */
  readonly packed: PackedText[]
  readonly hops: string[]
}

export function createExchangeRing(capacity: number): ExchangeRing {
  const texts = createPackedTexts()
  /** By exchange number, oldest first. */
  const exchanges = new Map<number, Exchange>()
  /** The exchange of each hop that is kept, by the hop's id. */
  const exchangeOfHop = new Map<string, number>()
  /** Hops below one that is not over yet (it is written when it is), by the id of that one. */
  const early = new Map<string, HopEvent[]>()
  /** Of no exchange: moves of the clock, steps, failures. */
  const others: RecordedEvent[] = []

  function begin(number: number): Exchange {
    const exchange: Exchange = { fresh: [], packed: [], hops: [] }
    exchanges.set(number, exchange)
    for (const [oldest, { hops, packed }] of exchanges) {
      if (exchanges.size <= capacity) break
      exchanges.delete(oldest)
      packed.forEach(texts.drop)
      for (const id of hops) exchangeOfHop.delete(id)
    }
    return exchange
  }

  function addFinding(exchange: Exchange | undefined, event: RecordedEvent): void {
    exchange?.fresh.push(event)
    if (exchange && event.kind === 'response') pack(exchange)
  }

  function pack(exchange: Exchange): void {
    exchange.packed.push(texts.pack(JSON.stringify(exchange.fresh)))
    exchange.fresh = []
  }

  const eventsOf = ({ packed, fresh }: Exchange): readonly RecordedEvent[] => [
    ...packed.flatMap((each): RecordedEvent[] => JSON.parse(texts.read(each))),
    ...fresh,
  ]

  function addHop(event: HopEvent): void {
    const { within, parent, exchange: own } = event
    const number = within === undefined ? (parent ?? own) : exchangeOfHop.get(within)
    if (number === undefined) wait(within!, event)
    // A worker asks in the course of no request: its question is an exchange by itself.
    else keepHop(number === own ? begin(own) : exchanges.get(number), number, event)
  }

  function keepHop(exchange: Exchange | undefined, number: number, event: HopEvent): void {
    if (!exchange) return
    exchange.fresh.push(event)
    exchange.hops.push(event.id)
    exchangeOfHop.set(event.id, number)
    const below = early.get(event.id) ?? []
    early.delete(event.id)
    below.forEach(addHop)
  }

  function wait(within: string, event: HopEvent): void {
    early.set(within, [...(early.get(within) ?? []), event])
    if (early.size > capacity) early.delete(early.keys().next().value!)
  }

  function addOther(event: RecordedEvent): void {
    others.push(event)
    if (others.length > capacity) others.shift()
  }

  return {
    add(event) {
      if (event.kind === 'hop') addHop(event)
      else if (event.kind === 'request') begin(event.exchange).fresh.push(event)
      else if ('exchange' in event && event.exchange !== 0)
        addFinding(exchanges.get(event.exchange), event)
      else addOther(event)
    },
    events: () =>
      [...exchanges.values()]
        .flatMap(eventsOf)
        .concat(others)
        .sort((a, b) => a.seq - b.seq),
    clear() {
      for (const { packed } of exchanges.values()) packed.forEach(texts.drop)
      exchanges.clear()
      exchangeOfHop.clear()
      early.clear()
      others.length = 0
    },
  }
}
