/** Step 3, second half: a captured request is worth nothing once its window has passed. */
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import type { SignatureStyle } from '../signatureStyle.ts'

const MINUTE = 60_000

/** How far a request may be from the service's clock, either way. */
export const DEFAULT_WINDOW: Readonly<Record<SignatureStyle, number>> = {
  s3: 15 * MINUTE,
  query: 15 * MINUTE,
  json: 5 * MINUTE,
  'rest-json': 5 * MINUTE,
}

export interface FreshnessRule {
  /** Milliseconds since the epoch; to be fresh by one of them is enough. */
  readonly clocks: readonly number[]
  readonly window: number
}

/** The first of the clocks by which it is fresh, by its place. */
export function checkFreshness(
  requestedAt: number,
  { clocks, window }: FreshnessRule,
  errors: SignatureErrors,
): number {
  const [now] = clocks.map(wholeSecond)
  if (now === undefined) throw new Error('INVARIANT: freshness needs a clock')
  const at = clocks.findIndex((clock) => Math.abs(wholeSecond(clock) - requestedAt) <= window)
  if (at >= 0) return at
  throw errors.clockSkew({ requestedAt, now, window })
}

/** Requests are dated to the second; so is the clock that they are compared with. */
const wholeSecond = (instant: number) => Math.floor(instant / 1000) * 1000
