/** The request's number is less than the policy's. */
import type { Operator } from '../operator.ts'
import { compareNumbers } from './compareNumbers.ts'

export const NumericLessThan: Operator = {
  name: 'NumericLessThan',
  negative: false,
  test: compareNumbers((got, wanted) => got < wanted),
}
