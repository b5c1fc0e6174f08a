/** `DateEquals`, negated. */
import type { Operator } from '../operator.ts'
import { DateEquals } from './DateEquals.ts'

export const DateNotEquals: Operator = {
  name: 'DateNotEquals',
  negative: true,
  test: DateEquals.test,
}
