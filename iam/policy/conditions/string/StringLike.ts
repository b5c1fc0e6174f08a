/** With the wildcards `*` and `?`, with regard to case. */

import { glob } from '../../match/glob.ts'
import type { Operator } from '../operator.ts'

export const StringLike: Operator = {
  name: 'StringLike',
  negative: false,
  variables: true,
  test: glob,
}
