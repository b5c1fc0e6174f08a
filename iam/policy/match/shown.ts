/** The values that a finding quotes when none of them matched: all, or the first few of a long list. */
const AT_MOST = 25

export function shown(values: readonly string[]): string[] {
  if (values.length <= AT_MOST) return [...values]
  return [...values.slice(0, AT_MOST), `… ${values.length - AT_MOST} more`]
}
