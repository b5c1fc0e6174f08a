/** The request's number is greater than the policy's. */
import type { Operator } from '../operator.ts'
import { compareNumbers } from './compareNumbers.ts'

export const NumericGreaterThan: Operator = {
  name: 'NumericGreaterThan',
  negative: false,
  test: compareNumbers((got, wanted) => got > wanted),
}
