/** X-Amz-Date: ISO 8601 basic format in UTC, to the second (`20261105T120000Z`). */

/** Milliseconds since the epoch; undefined where the text is not exactly of this form or no such moment exists. */
export function parseAmzDate(text: string): number | undefined {
  if (!/^[0-9]{8}T[0-9]{6}Z$/.test(text)) return undefined
  const [year, month, day] = [digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8)]
  const [hour, minute, second] = [digits(text, 9, 11), digits(text, 11, 13), digits(text, 13, 15)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // Date.UTC moves what does not exist to where something does: the 31st of June to July, year 50 to 1950.
  if (date.getUTCMonth() !== month - 1 || date.getUTCFullYear() !== year) return undefined
  return date.getTime()
}

const digits = (text: string, start: number, end: number) => Number(text.slice(start, end))

export function printAmzDate(instant: number): string {
  const iso = new Date(instant).toISOString()
  const date = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10)
  return `${date}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`
}

/** The day in it, as the credential scope writes it. */
export const scopeDate = (amzDate: string) => amzDate.slice(0, 8)
