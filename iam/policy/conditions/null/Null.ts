/** `true`: the key is absent; `false`: it is there. */
import type { Operator } from '../operator.ts'

export const Null: Operator = {
  name: 'Null',
  negative: false,
  presence: true,
  test(pattern) {
    const wanted = pattern.text.toLowerCase()
    return (isAbsent) => isAbsent === wanted
  },
}
