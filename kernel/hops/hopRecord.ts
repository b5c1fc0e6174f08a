/** What a recorder gets of one ask: the same from both carriers, `wire` from HTTP alone. Secrets are not in it. */
import { createHash } from 'node:crypto'
import type { WireFacts } from './carrier.ts'
import type { HopErrorCode } from './hopError.ts'
import type { Method } from './port.ts'
import type { Refusal } from './refusal.ts'

export interface HopRecord {
  readonly id: string
  /** What the asker gave: of a request's own hops the pipeline's token, of those below a hop that one's `id`. */
  readonly parent: unknown
  readonly from: string
  readonly to: string
  /** `port.method`. */
  readonly about: string
  readonly carrier: 'local' | 'http'
  readonly bound: string
  readonly ask: unknown
  /** Absent where there was no answer. */
  readonly answer: unknown
  readonly outcome: 'answered' | HopErrorCode
  readonly refusal: Refusal | undefined
  /** Why it failed, where it did. */
  readonly message: string | undefined
  /** Milliseconds since the epoch, sandbox's clock. */
  readonly startedAt: number
  readonly endedAt: number
  readonly wire: WireFacts | undefined
}

/** The ask without its secrets: a sensitive member becomes a label that is the same wherever the same value is met. */
export function recordedAsk(ask: unknown, { sensitive }: Method): unknown {
  if (sensitive === undefined || typeof ask !== 'object' || ask === null) return ask
  return Object.fromEntries(
    Object.entries(ask).map(([name, value]) => [
      name,
      sensitive.includes(name) && value !== undefined ? labelOf(value) : value,
    ]),
  )
}

const labelOf = (value: unknown): string =>
  `sha256:${createHash('sha256').update(String(value)).digest('hex').slice(0, 16)}`
