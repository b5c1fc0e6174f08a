/** The condition keys of one request, found by name without regard to case, as IAM compares key names. */
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
    if (entry[1].length > 0) byKey.set(entry[0].toLowerCase(), entry)
  }
  return {
    get: (key) => byKey.get(key)?.[1],
    known: Object.fromEntries(Array.from(byKey.values(), ([name, values]) => [name, [...values]])),
  }
}
