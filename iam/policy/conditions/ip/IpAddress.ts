/** The request's address lies in the policy's range. What is no address lies in none. */
import type { Operator } from '../operator.ts'
import { parseAddress } from './parseAddress.ts'
import { isInRange, parseRange } from './parseRange.ts'

export const IpAddress: Operator = {
  name: 'IpAddress',
  negative: false,
  test(pattern) {
    const range = parseRange(pattern.text)
    if (range === undefined) return () => false
    return (text) => {
      const address = parseAddress(text)
      return address !== undefined && isInRange(range, address)
    }
  },
}
