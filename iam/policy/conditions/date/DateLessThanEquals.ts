/** The request's date is the policy's or before it. */
import type { Operator } from '../operator.ts'
import { compareInstants } from './compareInstants.ts'

export const DateLessThanEquals: Operator = {
  name: 'DateLessThanEquals',
  negative: false,
  test: compareInstants((got, wanted) => got <= wanted),
}
