/** The same number, whatever its notation. */
import type { Operator } from '../operator.ts'
import { compareNumbers } from './compareNumbers.ts'

export const NumericEquals: Operator = {
  name: 'NumericEquals',
  negative: false,
  test: compareNumbers((got, wanted) => got === wanted),
}
