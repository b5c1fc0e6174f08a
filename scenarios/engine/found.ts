/** Finds exchanges in a recording, and says how one ended. */
import type { HopEvent } from '#kernel/trace/recording.ts'
import type { RecordedExchange } from './exchanges.ts'

/** The last call of an operation to a party. */
export const lastCall = (
  exchanges: readonly RecordedExchange[],
  party: string,
  operation: string,
): RecordedExchange | undefined =>
  exchanges.findLast((each) => each.request.to === party && each.operation === operation)

/** The last request for a page. */
export const lastPage = (
  exchanges: readonly RecordedExchange[],
  party: string,
  method: string,
  path: string,
): RecordedExchange | undefined =>
  exchanges.findLast(
    ({ request }) =>
      request.to === party &&
      request.method === method &&
      request.target.split('?')[0]!.startsWith(path),
  )

export const hopAbout = (exchange: RecordedExchange, about: string): HopEvent | undefined =>
  exchange.hops.findLast((hop) => hop.about === about)

/** AWS's code where an exchange was refused. */
export const codeOf = (exchange: RecordedExchange): string | null =>
  (exchange.finding('refusal')['code'] as string | undefined) ?? null

/** A question that went over HTTP has a status; a function call has none. */
export function statusOfHop({ carrier, outcome }: HopEvent): number | null {
  if (carrier === 'local') return null
  return outcome === 'answered' ? 200 : 403
}

export const codeOfHop = ({ outcome }: HopEvent): string | null =>
  outcome === 'answered' ? null : outcome
