/** The request's date is the policy's or after it. */
import type { Operator } from '../operator.ts'
import { compareInstants } from './compareInstants.ts'

export const DateGreaterThanEquals: Operator = {
  name: 'DateGreaterThanEquals',
  negative: false,
  test: compareInstants((got, wanted) => got >= wanted),
}
