/** ARNs, segment by segment, with wildcards: `ArnEquals` and `ArnLike` are the same. */

import { arn } from '../../match/arn.ts'
import type { Operator } from '../operator.ts'

export const ArnLike: Operator = {
  name: 'ArnLike',
  negative: false,
  variables: true,
  test: arn,
}
