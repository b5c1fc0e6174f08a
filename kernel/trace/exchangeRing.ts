/** What a recording keeps: the last exchanges, each whole, with all that was asked in its course; older ones fall out whole. */
import type { HopEvent, RecordedEvent } from './recording.ts'

export interface ExchangeRing {
  add(event: RecordedEvent): void
  /** In the order of `seq`. */
  events(): readonly RecordedEvent[]
  /** Whether a hop is kept, by its id. */
  hasHop(id: string): boolean
  clear(): void
}

interface Exchange {
  readonly events: RecordedEvent[]
  readonly hops: string[]
}

export function createExchangeRing(capacity: number): ExchangeRing {
  /** By exchange number, oldest first. */
  const exchanges = new Map<number, Exchange>()
  /** Their numbers: as many places as exchanges are kept, taken in turn. */
  const places: number[] = []
  let begun = 0
  /** The exchange of each hop that is kept, by the hop's id. */
  const exchangeOfHop = new Map<string, number>()
  /** Of no exchange: moves of the clock, steps, failures. */
  const others: RecordedEvent[] = []

  function begin(number: number): Exchange {
    if (!exchanges.has(number)) takePlace(number)
    const exchange: Exchange = { events: [], hops: [] }
    exchanges.set(number, exchange)
    return exchange
  }

  /** Whoever had the place falls out. (A map whose first entry goes each time is slow to find the next one.) */
  function takePlace(number: number): void {
    const place = begun++ % capacity
    forget(places[place])
    places[place] = number
  }

  function forget(number: number | undefined): void {
    if (number === undefined) return
    for (const id of exchanges.get(number)?.hops ?? []) exchangeOfHop.delete(id)
    exchanges.delete(number)
  }

  function addHop(event: HopEvent): void {
    const { within, parent, exchange: own } = event
    const number = within === undefined ? (parent ?? own) : exchangeOfHop.get(within)
    if (number === undefined) return
    // A worker asks in the course of no request: its question is an exchange by itself.
    keepHop(number === own ? begin(own) : exchanges.get(number), number, event)
  }

  function keepHop(exchange: Exchange | undefined, number: number, event: HopEvent): void {
    if (!exchange) return
    exchange.events.push(event)
    exchange.hops.push(event.id)
    exchangeOfHop.set(event.id, number)
  }

  function addOther(event: RecordedEvent): void {
    others.push(event)
    if (others.length > capacity) others.shift()
  }

  return {
    add(event) {
      if (event.kind === 'hop') addHop(event)
      else if (event.kind === 'request') begin(event.exchange).events.push(event)
      else if ('exchange' in event && event.exchange !== 0)
        exchanges.get(event.exchange)?.events.push(event)
      else addOther(event)
    },
    events: () =>
      [...exchanges.values()]
        .flatMap(({ events }) => events)
        .concat(others)
        .sort((a, b) => a.seq - b.seq),
    hasHop: (id) => exchangeOfHop.has(id),
    clear() {
      exchanges.clear()
      exchangeOfHop.clear()
      others.length = 0
    },
  }
}
