/** The condition keys of one request, found by name without regard to case, as IAM compares key names. */
import { comparedName } from './comparedName.ts'

export interface RequestContext {
  /** `key` in lower case. */
  get(key: string): readonly string[] | undefined
  /** As they were named, for the decision's explanation. */
  readonly known: Record<string, string[]>
}

export type ContextEntry = readonly [name: string, values: readonly string[]]

/** Later entries win over earlier ones of the same name; a key without any value is absent. */
export function requestContext(entries: Iterable<ContextEntry>): RequestContext {
  const byKey = new Map<string, ContextEntry>()
  for (const entry of entries) {
    if (entry[1].length > 0) byKey.set(comparedName(entry[0]), entry)
  }
  return { get: (key) => byKey.get(key)?.[1], known: namedValues(byKey.values()) }
}

function namedValues(entries: Iterable<ContextEntry>): Record<string, string[]> {
  const named: Record<string, string[]> = {}
  for (const [name, values] of entries) {
    if (name === '__proto__') define(named, name, [...values])
    else named[name] = [...values]
  }
  return named
}

/** A plain assignment to this name would set the object's prototype. */
const define = (named: object, name: string, value: string[]) =>
  Object.defineProperty(named, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
