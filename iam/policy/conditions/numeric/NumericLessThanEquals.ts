/** The request's number is at most the policy's. */
import type { Operator } from '../operator.ts'
import { compareNumbers } from './compareNumbers.ts'

export const NumericLessThanEquals: Operator = {
  name: 'NumericLessThanEquals',
  negative: false,
  test: compareNumbers((got, wanted) => got <= wanted),
}
