/** `StringEqualsIgnoreCase`, negated. */
import type { Operator } from '../operator.ts'
import { StringEqualsIgnoreCase } from './StringEqualsIgnoreCase.ts'

export const StringNotEqualsIgnoreCase: Operator = {
  name: 'StringNotEqualsIgnoreCase',
  negative: true,
  variables: true,
  test: StringEqualsIgnoreCase.test,
}
