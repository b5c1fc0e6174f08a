/** X-Amz-Date: ISO 8601 basic format in UTC, to the second. */

/** Milliseconds since the epoch; undefined where the text is not exactly of this form or no such moment exists. */
export function parseAmzDate(text: string): number | undefined {
  if (text.length !== 16) return undefined
  const instant = Date.UTC(
    Number(text.slice(0, 4)),
    Number(text.slice(4, 6)) - 1,
    Number(text.slice(6, 8)),
    Number(text.slice(9, 11)),
    Number(text.slice(11, 13)),
    Number(text.slice(13, 15)),
  )
  // Printing it again catches what Date.UTC forgives: the 31st of June, 25 o'clock, blanks, a wrong letter.
  return Number.isNaN(instant) || printAmzDate(instant) !== text ? undefined : instant
}

/** `20261105T120000Z` */
export function printAmzDate(instant: number): string {
  const iso = new Date(instant).toISOString()
  const date = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10)
  return `${date}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`
}

/** The day in it, as the credential scope writes it. */
export const scopeDate = (amzDate: string) => amzDate.slice(0, 8)
