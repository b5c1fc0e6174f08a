/** ARNs, segment by segment, with wildcards, negated: `ArnNotEquals` and `ArnNotLike` are the same. */

import { arn } from '../../match/arn.ts'
import type { Operator } from '../operator.ts'

export const ArnNotLike: Operator = {
  name: 'ArnNotLike',
  negative: true,
  variables: true,
  test: arn,
}
