/**
 * Writes the recording. Observers only: with it absent not a byte of any answer changes, and nothing is spent.
 */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { HopRecord } from '#kernel/hops/hopRecord.ts'
import type { WireRequest, WireResponse } from '#kernel/http/wireRequest.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { createEventRing } from './eventRing.ts'
import { recordedBody } from './recordedBody.ts'
import { type NewEvent, type RecordedEvent, recordingVersion } from './recording.ts'
import { createRedactor, type Redactor } from './redactor.ts'

export interface Recorder {
  exchange(begin: { service: string; requestId: string; request: WireRequest }): ExchangeTrace
  hop(record: HopRecord): void
  /** Something broke outside of any request. */
  failure(error: unknown): void
  clock(from: number, to: number): void
  step(step: string, phase: 'begin' | 'end', verdict?: 'passed' | 'failed'): void
  /** Takes events of another process, as it wrote them. */
  adopt(event: RecordedEvent): void
  events(): readonly RecordedEvent[]
  /** Called for each event as it is written; returns the way to stop. */
  onEvent(listener: (event: RecordedEvent) => void): () => void
  clear(): void
}

/** The trace of one request. */
export interface ExchangeTrace {
  readonly exchange: number
  stage(name: string): void
  /** The request is complete: its body is known. */
  received(request: WireRequest): void
  explain(topic: string, data: Readonly<Record<string, unknown>>): void
  audit(outcome: Outcome): void
  refusal(error: AwsError): void
  /** Something of ours broke; the client learns less than the recording. */
  failure(error: unknown): void
  answered(response: WireResponse): void
}

export interface RecorderOptions {
  readonly run: string
  readonly now: () => number
  readonly host: () => number
  /** Exchanges kept; older ones fall out whole. */
  readonly keep: number
  /** First exchange number: processes that record together do not share numbers. */
  readonly firstExchange?: number | undefined
}

/** A request, its answer, its hops, and what its stages found. */
const eventsOfExchange = 12

export function createRecorder(options: RecorderOptions): Recorder {
  const redactor = createRedactor()
  const listeners = new Set<(event: RecordedEvent) => void>()
  const ring = createEventRing(options.keep * eventsOfExchange)
  let seq = 0
  let exchanges = options.firstExchange ?? 0

  const keep = (event: RecordedEvent) => {
    ring.add(event)
    for (const listener of listeners) listener(event)
  }
  const write = (event: NewEvent) => {
    const stamped = {
      v: recordingVersion,
      seq: ++seq,
      at: options.now(),
      hostAt: options.host(),
      ...event,
    }
    keep(stamped as RecordedEvent)
  }

  return {
    exchange: ({ service, requestId, request }) => {
      const exchange = ++exchanges
      return traceOf({ exchange, service, requestId, request, write, redactor })
    },
    hop: (record) => write(hopEvent(record, ++exchanges, redactor)),
    failure: (error) =>
      write({ kind: 'explain', exchange: 0, topic: 'failure', data: { message: textOf(error) } }),
    clock: (from, to) => write({ kind: 'clock', from, to }),
    step: (step, phase, verdict) =>
      write({ kind: 'step', step, phase, ...(verdict && { verdict }) }),
    adopt: (event) => keep({ ...event, seq: ++seq }),
    events: ring.events,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: ring.clear,
  }
}

interface TraceParts {
  exchange: number
  service: string
  requestId: string
  request: WireRequest
  write: (event: NewEvent) => void
  redactor: Redactor
}

/** What is found out before the body is known waits, so that a request always stands before its findings. */
function traceOf({
  exchange,
  service,
  requestId,
  request,
  write,
  redactor,
}: TraceParts): ExchangeTrace {
  const stages: string[] = []
  let waiting: NewEvent[] | undefined = []
  const received = (complete: WireRequest) => {
    if (!waiting) return
    write(requestEvent({ exchange, service, requestId, request: complete, redactor }))
    const found = waiting
    waiting = undefined
    found.forEach(write)
  }
  const add = (event: NewEvent) => {
    if (waiting) waiting.push(event)
    else write(event)
  }
  const explain = (topic: string, data: Readonly<Record<string, unknown>>) =>
    add({ kind: 'explain', exchange, topic, data: redactor.data(data) })
  return {
    exchange,
    stage: (name) => {
      stages.push(name)
    },
    received,
    explain,
    audit: (outcome) => add({ kind: 'audit', exchange, outcome: redactor.data(outcome) }),
    refusal: (error) =>
      explain('refusal', { stage: stages.at(-1) ?? 'receive', ...refusalData(error) }),
    failure: (error) => explain('failure', { message: textOf(error) }),
    answered: ({ status, headers, body }) => {
      explain('pipeline', { stages })
      received(request)
      write({
        kind: 'response',
        exchange,
        status,
        headers: redactor.headers(Object.entries(headers)),
        body: recordedBody(body, contentTypeOf(headers), redactor),
      })
    },
  }
}

const refusalData = ({ code, status, message, detail }: AwsError) => ({
  code,
  status,
  message,
  detail,
})

const textOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Services spell it in their own case. */
const contentTypeOf = (headers: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]

function requestEvent(parts: Omit<TraceParts, 'write'>): NewEvent {
  const { exchange, service, requestId, request, redactor } = parts
  const headers = pairs(request.rawHeaders)
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return {
    kind: 'request',
    exchange,
    from: 'client',
    to: service,
    requestId,
    method: request.method,
    target: redactor.target(
      request.query === '' ? request.path : `${request.path}?${request.query}`,
    ),
    headers: redactor.headers(headers),
    body: recordedBody(request.body, type, redactor),
  }
}

function hopEvent(record: HopRecord, exchange: number, redactor: Redactor): NewEvent {
  const { from, to, about, carrier, bound, outcome } = record
  return {
    kind: 'hop',
    exchange,
    id: record.id,
    ...parentOf(record.parent),
    from,
    to,
    about,
    carrier,
    bound,
    ask: redactor.data(record.ask),
    ...(record.answer !== undefined && { answer: redactor.data(record.answer) }),
    outcome,
    ...(record.wire && { wire: { ...redactor.data(record.wire) } }),
  }
}

/** A request's own question names the request; one asked to answer another question names that one. */
function parentOf(parent: unknown): { parent?: number; within?: string } {
  if (typeof parent === 'string') return { within: parent }
  const exchange = (parent as ExchangeTrace | undefined)?.exchange
  return exchange === undefined ? {} : { parent: exchange }
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  const list: [string, string][] = []
  for (let i = 0; i < rawHeaders.length; i += 2) list.push([rawHeaders[i]!, rawHeaders[i + 1]!])
  return list
}
