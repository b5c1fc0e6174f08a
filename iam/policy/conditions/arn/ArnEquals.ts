/** ARNs, segment by segment, with wildcards: `ArnEquals` and `ArnLike` are the same. */

import { arn } from '../../match/arn.ts'
import type { Operator } from '../operator.ts'

export const ArnEquals: Operator = {
  name: 'ArnEquals',
  negative: false,
  variables: true,
  test: arn,
}
