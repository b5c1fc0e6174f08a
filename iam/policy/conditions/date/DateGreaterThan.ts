/** The request's date is after the policy's. */
import type { Operator } from '../operator.ts'
import { compareInstants } from './compareInstants.ts'

export const DateGreaterThan: Operator = {
  name: 'DateGreaterThan',
  negative: false,
  test: compareInstants((got, wanted) => got > wanted),
}
