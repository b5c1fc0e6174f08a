/** `StringLike`, negated. */
import type { Operator } from '../operator.ts'
import { StringLike } from './StringLike.ts'

export const StringNotLike: Operator = {
  name: 'StringNotLike',
  negative: true,
  variables: true,
  test: StringLike.test,
}
