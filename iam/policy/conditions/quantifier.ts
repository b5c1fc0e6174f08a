/**
 * How an operator, which compares one value, is asked about the many (or no) values that a key has.
 * To `ForAllValues` and `ForAnyValue` a key whose values are all empty strings is an empty set.
 */
import type { Operator } from './operator.ts'

export type Quantifier = 'single' | 'ForAllValues' | 'ForAnyValue'

type Holds = (value: string) => boolean
/** `got`: the request's values, none where the key is absent. */
type Ask = (got: readonly string[], holdsFor: Holds, operator: Operator) => boolean

/** Positive: any value of the request matches; negated: none does, and an absent key has none. */
const single: Ask = (got, holdsFor, { negative }) =>
  negative ? got.every(holdsFor) : got.some(holdsFor)

const forAllValues: Ask = (got, holdsFor) => isEmptySet(got) || got.every(holdsFor)

const forAnyValue: Ask = (got, holdsFor) => !isEmptySet(got) && got.some(holdsFor)

const isEmptySet = (got: readonly string[]) => got.every((value) => value === '')

export const quantifiers: Readonly<Record<Quantifier, Ask>> = {
  single,
  ForAllValues: forAllValues,
  ForAnyValue: forAnyValue,
}
