/** A scenario as steps that act with real clients and hops that are read, afterwards, out of the recording. */
import type { scenario } from '#i18n/en/scenario.ts'
import type { Params } from '#i18n/text.ts'
import type { RecordedExchange } from './exchanges.ts'
import type { HopCheck, Party } from './scenario.ts'

/** One thing that somebody does. */
export interface Step<W> {
  readonly id: string
  /** The hops that it makes, in order. */
  readonly hops: readonly HopDefinition<W>[]
  readonly act: (world: W) => Promise<void>
}

/** How a hop is found in the recording and what is held against it. */
export interface HopDefinition<W> {
  readonly n: number
  readonly post: readonly number[]
  readonly from: Party
  readonly to: Party
  readonly operation: string
  /** Undefined where the hop did not happen. */
  readonly find: (exchanges: readonly RecordedExchange[], world: W) => FoundHop | undefined
}

export interface FoundHop {
  /** HTTP status; null for a question that no socket carried. */
  readonly status: number | null
  /** AWS's code where refused. */
  readonly code?: string | null
  readonly checks: readonly HopCheck[]
  /** When it happened, milliseconds by the sandbox's clock. */
  readonly at?: number | undefined
  /** ISO 8601. */
  readonly expiresAt?: string | null
  readonly exchanges: readonly number[]
}

type HopCheckTexts = typeof scenario.hopCheck
type HopCheckKey = keyof HopCheckTexts

/** A check by the key of its text; the text's placeholders are the parameters. */
export const check = <K extends HopCheckKey>(
  key: K,
  holds: unknown,
  ...[params]: keyof Params<HopCheckTexts[K]> extends never ? [] : [Params<HopCheckTexts[K]>]
): HopCheck => ({ key, params: params ?? {}, holds: Boolean(holds) })
