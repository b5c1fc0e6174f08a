/** How long sessions of a permission set last: an ISO 8601 duration of one to twelve hours (`PT1H30M`). */

/** Seconds; what AWS takes where nothing is said. */
export const defaultSessionDuration = 3_600

/** Weeks and days can only be zero: the seed is checked before it comes here. */
const form = /^P(?:0{1,5}W)?(?:0{1,5}D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?$/

/** Seconds. */
export function sessionDuration(text: string): number {
  const [, hours, minutes, seconds] = form.exec(text) ?? []
  const total = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  if (total === 0) throw new Error(`INVARIANT: "${text}" is no session duration`)
  return total
}
