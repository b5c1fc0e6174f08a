/** The refusals in a recording, newest first: what a client asked, how it was answered, and all that was found out about it. */
import type {
  ExplainEvent,
  HopEvent,
  RecordedEvent,
  RequestEvent,
  ResponseEvent,
} from '#kernel/trace/recording.ts'

export type Finding = Readonly<Record<string, unknown>>

export interface RefusedExchange {
  readonly request: RequestEvent
  readonly response: ResponseEvent | undefined
  /** By topic, in order. */
  findings(topic: string): readonly Finding[]
  /** Questions between services in its course, in order. */
  readonly hops: readonly HopEvent[]
  /** A request that the service itself made meanwhile and that was refused: then that is why. */
  readonly inside: RefusedExchange | undefined
}

/** An exchange while it is collected. */
interface Exchange {
  readonly request: RequestEvent
  response?: ResponseEvent
  readonly explained: ExplainEvent[]
  readonly hops: HopEvent[]
}

/** What services ask each other is refused in the course of some client's request, which is told instead. */
export function refusedExchanges(events: readonly RecordedEvent[]): RefusedExchange[] {
  const all = exchangesIn(events)
  return all
    .filter((exchange) => exchange.request.from === 'client' && isRefused(exchange))
    .sort((a, b) => endOf(b) - endOf(a))
    .map((exchange) => refused(exchange, all))
}

function exchangesIn(events: readonly RecordedEvent[]): readonly Exchange[] {
  const exchanges = new Map<number, Exchange>()
  const owners = new Map<string, Exchange>()
  for (const event of events) {
    if (event.kind === 'request')
      exchanges.set(event.exchange, { request: event, explained: [], hops: [] })
    else if (event.kind === 'hop') addHop(event, exchanges, owners)
    else if ('exchange' in event) add(event, exchanges.get(event.exchange))
  }
  return [...exchanges.values()]
}

function add(event: RecordedEvent, exchange: Exchange | undefined): void {
  if (!exchange) return
  if (event.kind === 'response') exchange.response = event
  if (event.kind === 'explain') exchange.explained.push(event)
}

/** A question asked to answer another one belongs to the request of that one. */
function addHop(
  hop: HopEvent,
  exchanges: ReadonlyMap<number, Exchange>,
  owners: Map<string, Exchange>,
): void {
  const owner = hop.within === undefined ? exchanges.get(hop.parent ?? -1) : owners.get(hop.within)
  if (!owner) return
  owner.hops.push(hop)
  owners.set(hop.id, owner)
}

const endOf = ({ request, response }: Exchange): number => response?.seq ?? request.seq

const has = ({ explained }: Exchange, topic: string, holds: (data: Finding) => boolean) =>
  explained.some((event) => event.topic === topic && holds(event.data))

/** Pages refuse without an error of AWS: by their status, or by what they found. */
function isRefused(exchange: Exchange): boolean {
  return (
    has(exchange, 'refusal', () => true) ||
    has(exchange, 'saml', ({ passed }) => passed === false) ||
    has(exchange, 'sign-in', ({ outcome }) => outcome === 'refused' || outcome === 'locked') ||
    (exchange.response?.status ?? 0) >= 400
  )
}

function refused(exchange: Exchange, all: readonly Exchange[]): RefusedExchange {
  const { request, response, hops } = exchange
  const inside = lastInside(exchange, all)
  return {
    request,
    response,
    hops,
    findings: (topic) =>
      exchange.explained.filter((event) => event.topic === topic).map(({ data }) => data),
    inside: inside && isRefused(inside) ? refused(inside, all) : undefined,
  }
}

/** The last request that the service made between this one and its answer; an earlier one did not end it. */
function lastInside({ request, response }: Exchange, all: readonly Exchange[]) {
  if (!response) return undefined
  return all.findLast(
    (each) =>
      each.request.from === request.to &&
      each.request.seq > request.seq &&
      endOf(each) < response.seq,
  )
}
