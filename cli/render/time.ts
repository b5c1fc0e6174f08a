/** Instants and durations as people read them; the texts of both languages share them. */

/** `14:03:22Z`, with the date where it is not that of `near`. */
export function clockTime(instant: string, near = instant): string {
  const [date, time] = new Date(instant).toISOString().split('T') as [string, string]
  const short = `${time.slice(0, 8)}Z`
  return new Date(near).toISOString().startsWith(date) ? short : `${date} ${short}`
}

/** `45 s`, `59 min`, `8 h`, `1 h 30 min`: whole units, rounded. */
export function shortDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000))
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}
