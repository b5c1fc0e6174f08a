/** The trace of one request: from the first byte to the last of its answer, what each stage found. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import { headerPairs } from '#kernel/http/headerPairs.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { type Badge, badgeTopic } from './badge.ts'
import { concealKey, maskedKey } from './concealKey.ts'
import { failureText } from './failureText.ts'
import { recordedBody } from './recordedBody.ts'
import type { HeaderList, NewEvent } from './recording.ts'
import type { Redactor } from './redactor.ts'

export interface ExchangeTrace {
  readonly exchange: number
  stage(name: string): void
  /** The request is complete: its body is known. */
  received(request: WireRequest): void
  /** Who sent it is known now: a service that proved its name, or (undefined) a client. */
  sentBy(service: string | undefined): void
  explain(topic: string, data: Readonly<Record<string, unknown>>): void
  audit(outcome: Outcome): void
  refusal(error: AwsError): void
  /** Something of ours broke; the client learns less than the recording. */
  failure(error: unknown): void
  answered(answer: RecordedAnswer): void
  /** It was signed with a key of AWS itself, as it seems: nothing of that is kept. */
  foreignKey(accessKeyId: string): void
}

/** As the recorder holds it: `add` is for events that others make about the request. */
export interface OwnTrace extends ExchangeTrace {
  readonly add: (event: NewEvent) => void
}

export const isTrace = (value: unknown): value is OwnTrace =>
  typeof value === 'object' && value !== null && 'add' in value && 'answered' in value

export interface RecordedAnswer {
  readonly status: number
  /** As a list where a name comes more than once (`set-cookie`). */
  readonly headers: HeaderList | Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface TraceStart {
  readonly exchange: number
  readonly service: string
  readonly requestId: string
  readonly request: WireRequest
  readonly write: (event: NewEvent) => void
  readonly redactor: Redactor
}

/**
 * A request stands before what was found out about it, and says who sent it: so until its body and its sender are
 * known, or it is answered without them, findings wait.
 */
export function startTrace(start: TraceStart): OwnTrace {
  const { exchange, redactor } = start
  const stages: string[] = []
  let waiting: NewEvent[] | undefined = []
  let complete: WireRequest | undefined
  let sender: { readonly name: string } | undefined
  let foreign: string | undefined

  const write = (event: NewEvent) =>
    start.write(foreign === undefined ? event : concealKey(event, foreign))

  const add = (event: NewEvent) => {
    if (waiting) waiting.push(event)
    else write(event)
  }
  const open = () => {
    if (!waiting) return
    const found = waiting
    waiting = undefined
    write(requestEvent(start, complete ?? start.request, sender?.name ?? 'client'))
    found.forEach(write)
  }
  const openWhenKnown = () => {
    if (complete && sender) open()
  }
  const explain = (topic: string, data: Readonly<Record<string, unknown>>) =>
    add({ kind: 'explain', exchange, topic, data: redactor.data(data) })
  const failure = (error: unknown) =>
    add({ kind: 'explain', exchange, topic: 'failure', data: { message: failureText(error) } })
  /** What cannot be shown (an endless value, a getter that throws) is no reason to refuse a request. */
  const safely = (tell: () => void) => {
    try {
      tell()
    } catch (error) {
      failure(error)
    }
  }

  return {
    add,
    exchange,
    stage: (name) => void stages.push(name),
    received: (request) => {
      complete = request
      safely(openWhenKnown)
    },
    sentBy: (service) => {
      sender = { name: service ?? 'client' }
      safely(openWhenKnown)
    },
    explain: (topic, data) => safely(() => explain(topic, data)),
    audit: (outcome) =>
      safely(() => add({ kind: 'audit', exchange, outcome: redactor.data(outcome) })),
    refusal: ({ code, status, message, detail }) =>
      safely(() => {
        const stage = stages.at(-1) ?? 'receive'
        explain('refusal', { stage, code, status, message, detail })
      }),
    failure,
    answered: (answer) =>
      safely(() => {
        explain('pipeline', { stages })
        open()
        write(responseEvent(exchange, answer, redactor))
      }),
    foreignKey: (accessKeyId) => {
      foreign = accessKeyId
      const badge: Badge = { badge: 'realKey', accessKeyId: maskedKey(accessKeyId) }
      safely(() => explain(badgeTopic, badge))
    },
  }
}

function requestEvent(
  { exchange, service, requestId, redactor }: TraceStart,
  { method, path: read, sentPath: path = read, query, rawHeaders, body }: WireRequest,
  from: string,
): NewEvent {
  const headers = headerPairs(rawHeaders)
  return {
    kind: 'request',
    exchange,
    from,
    to: service,
    requestId,
    method,
    target: redactor.target(query === '' ? path : `${path}?${query}`),
    headers: redactor.headers(headers),
    body: recordedBody(body, contentType(headers), redactor),
  }
}

function responseEvent(
  exchange: number,
  { status, headers, body }: RecordedAnswer,
  redactor: Redactor,
): NewEvent {
  const list: HeaderList = Array.isArray(headers) ? headers : Object.entries(headers)
  return {
    kind: 'response',
    exchange,
    status,
    headers: redactor.headers(list),
    body: recordedBody(body, contentType(list), redactor),
  }
}

const contentType = (headers: HeaderList): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
