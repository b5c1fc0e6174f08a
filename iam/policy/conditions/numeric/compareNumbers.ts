/** Whole and decimal numbers as text, compared by value: `10` is `10.0`. What is no number matches nothing. */
import type { Operator } from '../operator.ts'

const NUMBER = /^[+-]?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,3})?$/

export function parseNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined
}

export function compareNumbers(holds: (got: number, wanted: number) => boolean): Operator['test'] {
  return (pattern) => {
    const wanted = parseNumber(pattern.text)
    if (wanted === undefined) return () => false
    return (text) => {
      const got = parseNumber(text)
      return got !== undefined && holds(got, wanted)
    }
  }
}
