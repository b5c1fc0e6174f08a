/** The recording by exchange: a request, its answer, what its stages found, and what was asked in its course. */
import type {
  AuditEvent,
  HopEvent,
  RecordedEvent,
  RequestEvent,
  ResponseEvent,
} from '#kernel/trace/recording.ts'

export interface RecordedExchange {
  readonly exchange: number
  readonly request: RequestEvent
  readonly response: ResponseEvent | undefined
  /** Findings by topic, in order. */
  findings(topic: string): readonly Readonly<Record<string, unknown>>[]
  /** The first finding of a topic; empty where there is none. */
  finding(topic: string): Readonly<Record<string, unknown>>
  readonly hops: readonly HopEvent[]
  readonly audits: readonly AuditEvent[]
  /** `CreateBucket`, or undefined for a page. */
  readonly operation: string | undefined
}

export function exchangesOf(recording: readonly RecordedEvent[]): RecordedExchange[] {
  const requests = recording.filter((event) => event.kind === 'request')
  return requests.map((request) => exchangeOf(request, recording))
}

function exchangeOf(request: RequestEvent, recording: readonly RecordedEvent[]): RecordedExchange {
  const { exchange } = request
  const own = recording.filter((event) => 'exchange' in event && event.exchange === exchange)
  const explained = own.filter((event) => event.kind === 'explain')
  const findings = (topic: string) =>
    explained.filter((event) => event.topic === topic).map(({ data }) => data)
  const finding = (topic: string) => findings(topic)[0] ?? {}
  return {
    exchange,
    request,
    response: own.find((event) => event.kind === 'response'),
    findings,
    finding,
    hops: recording
      .filter((event) => event.kind === 'hop')
      .filter(({ parent }) => parent === exchange),
    audits: own.filter((event) => event.kind === 'audit'),
    operation: finding('identify')['operation'] as string | undefined,
  }
}
