/** The request's number is at least the policy's. */
import type { Operator } from '../operator.ts'
import { compareNumbers } from './compareNumbers.ts'

export const NumericGreaterThanEquals: Operator = {
  name: 'NumericGreaterThanEquals',
  negative: false,
  test: compareNumbers((got, wanted) => got >= wanted),
}
