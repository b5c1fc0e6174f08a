/** `NumericEquals`, negated. */
import type { Operator } from '../operator.ts'
import { NumericEquals } from './NumericEquals.ts'

export const NumericNotEquals: Operator = {
  name: 'NumericNotEquals',
  negative: true,
  test: NumericEquals.test,
}
