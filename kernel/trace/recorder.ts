/**
 * Writes the recording. Observers only: with it absent not a byte of any answer changes, and nothing is spent;
 * with it present nothing that breaks here reaches a request.
 */
import type { HopRecord } from '#kernel/hops/hopRecord.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { createExchangeRing } from './exchangeRing.ts'
import { type ExchangeTrace, isTrace, startTrace } from './exchangeTrace.ts'
import { failureText } from './failureText.ts'
import { heldHops } from './heldHops.ts'
import { hopEvent, type NewHop } from './hopEvent.ts'
import { type HopEvent, type NewEvent, type RecordedEvent, recordingVersion } from './recording.ts'
import { createRedactor } from './redactor.ts'

export type { ExchangeTrace } from './exchangeTrace.ts'

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
  /** Called for each event as it is written; returns the way to stop. One that throws is not called again. */
  onEvent(listener: (event: RecordedEvent) => void): () => void
  /** Forgets everything; what is under way is not written any more. */
  clear(): void
}

export interface RecorderOptions {
  readonly run: string
  readonly now: () => number
  readonly host: () => number
  /** Exchanges kept; older ones fall out whole. 0: events are told to the listeners as they come, and not kept. */
  readonly keep: number
  /** First exchange number: processes that record together do not share numbers. */
  readonly firstExchange?: number | undefined
}

export function createRecorder({ now, host, keep, firstExchange = 0 }: RecorderOptions): Recorder {
  const redactor = createRedactor()
  const ring = createExchangeRing(keep)
  const listeners = new Set<(event: RecordedEvent) => void>()
  let seq = 0
  let exchanges = firstExchange
  let cleared = 0

  const held = heldHops<HopEvent | NewHop>()

  const put = (event: RecordedEvent) => {
    if (keep > 0) ring.add(event)
    for (const listener of listeners) tell(listener, event)
  }
  const tell = (listener: (event: RecordedEvent) => void, event: RecordedEvent) => {
    try {
      listener(event)
    } catch {
      listeners.delete(listener)
    }
  }
  const write = (event: NewEvent) => {
    const stamp = { v: recordingVersion, seq: ++seq, at: now(), hostAt: host() } as const
    // Events are made for this alone: a copy of each would be a quarter of what recording costs.
    put(Object.assign(event, stamp))
  }
  /** Nothing from before a `clear`. */
  const writerOfNow = () => {
    const begun = cleared
    return (event: NewEvent) => {
      if (begun === cleared) write(event)
    }
  }
  const hop = <H extends HopEvent | NewHop>(event: H, add: (event: H) => void) => {
    const { within } = event
    const isEarly = keep > 0 && within !== undefined && !ring.hasHop(within)
    if (isEarly) held.hold(within, event)
    else place(event, add)
  }
  const place = <H extends HopEvent | NewHop>(event: H, add: (event: H) => void) => {
    add(event)
    for (const below of held.release(event.id)) place(below as H, add)
  }
  const failure = (error: unknown) =>
    write({ kind: 'explain', exchange: 0, topic: 'failure', data: { message: failureText(error) } })

  return {
    exchange: (begin) => {
      const exchange = ++exchanges
      return startTrace({ exchange, redactor, write: writerOfNow(), ...begin })
    },
    hop: (record) => {
      const { parent } = record
      try {
        // A request's own question goes into its trace, which may still hold back what it knows.
        hop(hopEvent(record, ++exchanges, redactor), isTrace(parent) ? parent.add : write)
      } catch (error) {
        failure(error)
      }
    },
    failure,
    clock: (from, to) => write({ kind: 'clock', from, to }),
    step: (step, phase, verdict) =>
      write({ kind: 'step', step, phase, ...(verdict && { verdict }) }),
    adopt: (event) => {
      const add = (known: RecordedEvent) => put({ ...known, seq: ++seq })
      if (event.kind === 'hop') hop(event, add)
      else add(event)
    },
    events: ring.events,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => {
      cleared++
      ring.clear()
      held.clear()
    },
  }
}
