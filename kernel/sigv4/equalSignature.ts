/** Compares two signatures in constant time: how long it takes must not tell how many digits were right. */
import { timingSafeEqual } from 'node:crypto'

export function equalSignature(given: string, computed: string): boolean {
  const a = Buffer.from(given, 'utf8')
  const b = Buffer.from(computed, 'utf8')
  return a.length === b.length && timingSafeEqual(a, b)
}
