/**
 * The recording, version 1: NDJSON, one event a line. What crossed the sockets, and what each stage found.
 * Redacted when written: secrets and tokens are stable labels (`<session-token:1>`), so that relations stay visible.
 * A reader of an old recording upgrades it event by event; add `upgradeNtoN1` beside this file when `v` moves.
 */
import type { Outcome } from '#kernel/journal/outcome.ts'

export const recordingVersion = 1

interface Every {
  readonly v: typeof recordingVersion
  /** Strictly increasing within a run. */
  readonly seq: number
  /** Milliseconds since the epoch: the sandbox's clock and the host's. */
  readonly at: number
  readonly hostAt: number
}

/** `exchange` groups a request, its answer and all that was found out about it. */
interface OfExchange extends Every {
  readonly exchange: number
}

export type HeaderList = readonly (readonly [name: string, value: string])[]

export interface RunEvent extends Every {
  readonly kind: 'run'
  readonly run: string
  readonly scenario?: string
}

export interface RequestEvent extends OfExchange {
  readonly kind: 'request'
  readonly from: string
  readonly to: string
  readonly requestId: string
  readonly method: string
  readonly target: string
  readonly headers: HeaderList
  /** Text, or base64 where the bytes are no UTF-8; at most `bodyCap` bytes of it. */
  readonly body: RecordedBody
}

export interface RecordedBody {
  readonly size: number
  readonly text?: string
  readonly base64?: string
  readonly cut?: true
}

export interface ResponseEvent extends OfExchange {
  readonly kind: 'response'
  readonly status: number
  readonly headers: HeaderList
  readonly body: RecordedBody
}

/** A question through a port: the same event from both carriers; the `http` one adds what was on the wire. */
export interface HopEvent extends OfExchange {
  readonly kind: 'hop'
  readonly id: string
  /** The request in whose course it was asked. */
  readonly parent?: number
  /** The hop that it was asked to answer, by its id. */
  readonly within?: string
  readonly from: string
  readonly to: string
  /** `authorization.authorize`. */
  readonly about: string
  readonly carrier: 'local' | 'http'
  readonly bound: string
  readonly ask: unknown
  readonly answer?: unknown
  /** `answered`, or the HopError's code. */
  readonly outcome: string
  /** The owner's own error where it refused. */
  readonly refusal?: { readonly code: string; readonly message: string }
  /** Why there was no answer. */
  readonly message?: string
  readonly wire?: Readonly<Record<string, unknown>>
}

export interface ExplainEvent extends OfExchange {
  readonly kind: 'explain'
  readonly topic: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface AuditEvent extends OfExchange {
  readonly kind: 'audit'
  readonly outcome: Outcome
}

export interface ClockEvent extends Every {
  readonly kind: 'clock'
  readonly from: number
  readonly to: number
}

export interface StepEvent extends Every {
  readonly kind: 'step'
  readonly step: string
  readonly phase: 'begin' | 'end'
  readonly verdict?: 'passed' | 'failed'
}

export type RecordedEvent =
  | RunEvent
  | RequestEvent
  | ResponseEvent
  | HopEvent
  | ExplainEvent
  | AuditEvent
  | ClockEvent
  | StepEvent

/** An event before the recorder numbers and stamps it. */
export type NewEvent = RecordedEvent extends infer E
  ? E extends Every
    ? Omit<E, keyof Every>
    : never
  : never
