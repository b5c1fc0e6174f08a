/** Equal, with regard to case; a `*` in the policy is a `*`. */
import type { Operator } from '../operator.ts'

export const StringEquals: Operator = {
  name: 'StringEquals',
  negative: false,
  variables: true,
  test: (wanted) => (got) => got === wanted.text,
}
