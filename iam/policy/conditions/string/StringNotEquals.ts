/** `StringEquals`, negated. */
import type { Operator } from '../operator.ts'
import { StringEquals } from './StringEquals.ts'

export const StringNotEquals: Operator = {
  name: 'StringNotEquals',
  negative: true,
  variables: true,
  test: StringEquals.test,
}
