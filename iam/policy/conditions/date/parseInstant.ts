/**
 * The dates of a policy: the W3C profile of ISO 8601 (www.w3.org/TR/NOTE-datetime), from a year to
 * fractions of a second, or seconds since the epoch. Four digits alone are a year.
 */
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/
const TIME = /^(\d\d?):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?:z|([+-])(\d\d)(?::?(\d\d))?)?$/i
const EPOCH_SECONDS = /^-?\d{1,18}$/

/** Milliseconds since the epoch. */
export function parseInstant(text: string): number | undefined {
  const [date = '', time, ...rest] = text.split(/t/i)
  if (rest.length > 0) return undefined
  const day = parseDay(date)
  if (day === undefined) return EPOCH_SECONDS.test(text) ? Number(text) * 1000 : undefined
  const sinceMidnight = time === undefined ? 0 : parseTime(time)
  return sinceMidnight === undefined ? undefined : day + sinceMidnight
}

/** Midnight of that day in UTC; undefined where the calendar has no such day. */
function parseDay(text: string): number | undefined {
  const [whole, year, month = '01', day = '01'] = DATE.exec(text) ?? []
  if (whole === undefined) return undefined
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const isOnCalendar = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isOnCalendar ? date.getTime() : undefined
}

/** Milliseconds since midnight in UTC: less the zone's offset, so it may be negative. */
function parseTime(text: string): number | undefined {
  const [whole, hour, minute, second = '0', sign = '+', zoneHour = '0', zoneMinute = '0'] =
    TIME.exec(text) ?? []
  const isInRange =
    Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(zoneMinute) < 60
  if (whole === undefined || !isInRange) return undefined
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1)
  const minutes = Number(hour) * 60 + Number(minute) - offset
  return minutes * 60_000 + Math.round(Number(second) * 1000)
}
