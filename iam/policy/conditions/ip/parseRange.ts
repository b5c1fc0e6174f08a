/** A range of addresses: `203.0.113.0/24`, `2001:db8::/32`, or one address alone (RFC 4632, RFC 4291). */
import { type Address, parseAddress } from './parseAddress.ts'

export interface AddressRange {
  readonly first: Address
  /** How many leading bits are compared. */
  readonly bits: number
}

const PREFIX = /^\d{1,3}$/
const WORD_BITS = 16

export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/')
  const first = parseAddress(slash === -1 ? text : text.slice(0, slash))
  if (first === undefined) return undefined
  const width = first.words.length * WORD_BITS
  if (slash === -1) return { first, bits: width }
  const prefix = text.slice(slash + 1)
  return PREFIX.test(prefix) && Number(prefix) <= width
    ? { first, bits: Number(prefix) }
    : undefined
}

export function isInRange({ first, bits }: AddressRange, address: Address): boolean {
  if (first.family !== address.family) return false
  return first.words.every((word, n) => {
    const compared = Math.min(Math.max(bits - n * WORD_BITS, 0), WORD_BITS)
    return (word ^ (address.words[n] ?? 0)) >> (WORD_BITS - compared) === 0
  })
}
