/** The request's date is before the policy's. */
import type { Operator } from '../operator.ts'
import { compareInstants } from './compareInstants.ts'

export const DateLessThan: Operator = {
  name: 'DateLessThan',
  negative: false,
  test: compareInstants((got, wanted) => got < wanted),
}
