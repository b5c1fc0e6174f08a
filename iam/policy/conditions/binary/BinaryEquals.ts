/** The same bytes; policy and request both carry them in base64 (RFC 4648 section 4). */
import type { Operator } from '../operator.ts'

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

export const BinaryEquals: Operator = {
  name: 'BinaryEquals',
  negative: false,
  test(pattern) {
    const wanted = decode(pattern.text)
    if (wanted === undefined) return () => false
    return (got) => decode(got) === wanted
  },
}

/** Undefined where it is no base64; the bits that padding leaves over do not count. */
function decode(text: string): string | undefined {
  if (!BASE64.test(text) || text.replace(/=+$/, '').length % 4 === 1) return undefined
  return atob(text.replace(/=+$/, ''))
}
