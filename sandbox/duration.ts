/** ISO 8601 durations as the clock takes them: `PT1H`, `PT61M`, `P1DT12H`; no months or years, their length varies. */

const pattern =
  /^P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/

const unit = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000] as const

/** Milliseconds; throws a RangeError with a sentence for people. */
export function parseDuration(text: string): number {
  const found = pattern.exec(text)
  const parts = found?.slice(1)
  if (!parts?.some((part) => part !== undefined))
    throw new RangeError(`"${text}" is no ISO 8601 duration; write for example PT1H or PT61M`)
  return parts.reduce((sum, part, i) => sum + Number(part ?? 0) * unit[i]!, 0)
}

/** Milliseconds since the epoch; throws a RangeError with a sentence for people. */
export function parseInstant(text: string): number {
  const instant = Date.parse(text)
  if (Number.isNaN(instant) || !/^\d{4}-\d\d-\d\dT/.test(text))
    throw new RangeError(`"${text}" is no ISO 8601 instant; write for example 2026-11-24T12:00:00Z`)
  return instant
}
