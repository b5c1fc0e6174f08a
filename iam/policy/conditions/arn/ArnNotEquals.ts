/** ARNs, segment by segment, with wildcards, negated: `ArnNotEquals` and `ArnNotLike` are the same. */

import { arn } from '../../match/arn.ts'
import type { Operator } from '../operator.ts'

export const ArnNotEquals: Operator = {
  name: 'ArnNotEquals',
  negative: true,
  variables: true,
  test: arn,
}
