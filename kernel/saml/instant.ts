/** Instants in SAML are xs:dateTime in UTC, without time zone arithmetic (SAML core 1.3.3). */
import { type SamlCheck, SamlRefusal } from './SamlRefusal.ts'

const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/

/** Milliseconds since the epoch, as SAML writes them. */
export function printInstant(ms: number): string {
  return new Date(ms).toISOString()
}

export function readInstant(text: string, check: SamlCheck, what: string): number {
  const ms = utc.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms) || !isSameSecond(ms, text))
    throw new SamlRefusal(check, `${what} is not an instant in UTC`, { found: text.slice(0, 64) })
  return ms
}

/** Date.parse turns 30 February into 2 March. */
const isSameSecond = (ms: number, text: string) =>
  printInstant(ms).slice(0, 19) === text.slice(0, 19)
