/** `true` or `false`, in any case; anything else matches neither. */
import type { Operator } from '../operator.ts'

const BOOLEANS = new Set(['true', 'false'])

export const Bool: Operator = {
  name: 'Bool',
  negative: false,
  test(pattern) {
    const wanted = pattern.text.toLowerCase()
    if (!BOOLEANS.has(wanted)) return () => false
    return (got) => got.toLowerCase() === wanted
  },
}
