/** Equal, without regard to case. */
import type { Operator } from '../operator.ts'

export const StringEqualsIgnoreCase: Operator = {
  name: 'StringEqualsIgnoreCase',
  negative: false,
  variables: true,
  test(wanted) {
    const lowerCase = wanted.text.toLowerCase()
    return (got) => got.toLowerCase() === lowerCase
  },
}
