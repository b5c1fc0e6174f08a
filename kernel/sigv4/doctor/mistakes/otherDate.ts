/** The instant in the string to sign is not the one of the header: the clock was read twice, or it was written in another form. */
import { parseAmzDate, printAmzDate, scopeDate } from '../../amzDate.ts'
import { guessedMistake, signing } from '../mistake.ts'
import type { SentRequest } from '../sentRequest.ts'

export const otherDate = guessedMistake('otherDate', (input, sent) =>
  [...near(input.date), ...otherForms(input.date), ...dateHeaders(sent)].map((signed) =>
    signing(input, { date: signed }, { signed }),
  ),
)

/** Seconds between two readings of a clock. */
const between = [1, -1]

function near(amzDate: string): string[] {
  const instant = parseAmzDate(amzDate)
  if (instant === undefined) return []
  return between.map((seconds) => printAmzDate(instant + seconds * 1000))
}

function otherForms(amzDate: string): string[] {
  const instant = parseAmzDate(amzDate)
  if (instant === undefined) return []
  const iso = new Date(instant).toISOString()
  return [scopeDate(amzDate), `${iso.slice(0, 19)}Z`, new Date(instant).toUTCString()]
}

/** As sent, and as the string to sign would write it. */
function dateHeaders({ headers }: SentRequest): string[] {
  const date = headers.find(([name]) => name.toLowerCase() === 'date')?.[1]
  if (date === undefined) return []
  const instant = Date.parse(date)
  return Number.isNaN(instant) ? [date] : [date, printAmzDate(instant)]
}
