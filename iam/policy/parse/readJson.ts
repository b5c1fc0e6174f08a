/** The few JSON types that a policy knows. */
import type { PolicyKind } from '../policy.ts'
import { malformedPolicy } from './malformedPolicy.ts'

/** `known`: the elements that may be there; undefined = any name. */
export function readObject(
  value: unknown,
  known: ReadonlySet<string> | undefined,
  kind: PolicyKind,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformedPolicy('wrongType', kind)
  }
  const unknown = known && Object.keys(value).find((name) => !known.has(name))
  if (unknown !== undefined) throw malformedPolicy('unknownElement', kind, unknown)
  // Without a prototype: an element that is not there is not found on Object either.
  return Object.assign(Object.create(null), value)
}

export function readOptionalString(value: unknown, kind: PolicyKind): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  throw malformedPolicy('wrongType', kind)
}

/** One string or a list of them. */
export function readStrings(value: unknown, kind: PolicyKind): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((each) => {
    if (typeof each !== 'string') throw malformedPolicy('wrongType', kind)
    return each
  })
}

/** Like `readStrings`; numbers and booleans need no quotes, and equal their text. */
export function readScalars(value: unknown, kind: PolicyKind): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((each) => {
    if (typeof each === 'string') return each
    if (typeof each === 'number' || typeof each === 'boolean') return String(each)
    throw malformedPolicy('wrongType', kind)
  })
}
