/** Instants, compared by the moment they mean, whatever their notation. What is no date matches nothing. */
import type { Operator } from '../operator.ts'
import { parseInstant } from './parseInstant.ts'

export function compareInstants(holds: (got: number, wanted: number) => boolean): Operator['test'] {
  return (pattern) => {
    const wanted = parseInstant(pattern.text)
    if (wanted === undefined) return () => false
    return (text) => {
      const got = parseInstant(text)
      return got !== undefined && holds(got, wanted)
    }
  }
}
