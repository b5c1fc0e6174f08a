/** The condition keys of one request, found by name without regard to case, as IAM compares key names. */
import { comparedName } from './comparedName.ts'

export interface RequestContext {
  /** `key` in lower case. */
  get(key: string): readonly string[] | undefined
  /** As they were named, for the decision's explanation. */
  known(): Record<string, string[]>
}

export type ContextEntry = readonly [name: string, values: readonly string[]]

/** Gathered when a policy asks for the first of them: many policies have no conditions. */
export function requestContext(gather: () => Iterable<ContextEntry>): RequestContext {
  let gathered: ReadonlyMap<string, ContextEntry> | undefined
  const entries = () => {
    gathered ??= byKey(gather())
    return gathered
  }
  return { get: (key) => entries().get(key)?.[1], known: () => namedValues(entries().values()) }
}

/** Later entries win over earlier ones of the same name; a key without any value is absent. */
function byKey(entries: Iterable<ContextEntry>): ReadonlyMap<string, ContextEntry> {
  const found = new Map<string, ContextEntry>()
  for (const entry of entries) {
    if (entry[1].length > 0) found.set(comparedName(entry[0]), entry)
  }
  return found
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
