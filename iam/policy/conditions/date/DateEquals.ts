/** The same instant. */
import type { Operator } from '../operator.ts'
import { compareInstants } from './compareInstants.ts'

export const DateEquals: Operator = {
  name: 'DateEquals',
  negative: false,
  test: compareInstants((got, wanted) => got === wanted),
}
