/** A condition operator. `ForAllValues`, `ForAnyValue` and `IfExists` are wrapped around it in condition.ts. */
import type { Matcher, Pattern } from '../match/glob.ts'

export interface Operator {
  readonly name: string
  /** `…Not…`: holds where none of the policy's values matches, also where the key is absent. */
  readonly negative: boolean
  /** The policy's values may hold `${…}`. */
  readonly variables?: true
  /** Asks whether the key is there (`true` = absent), not what it says. */
  readonly presence?: true
  /** Takes a value of the policy once; the answer is asked of each value of the request. */
  test(wanted: Pattern): Matcher
}
