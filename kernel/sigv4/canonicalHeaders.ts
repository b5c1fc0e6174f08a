/** The header lines of the canonical request: names in lower case, values trimmed, both as received. */

export interface CollectedHeaders {
  /** Canonical value by lower-case name; repeated headers are joined with commas, in wire order. */
  readonly values: ReadonlyMap<string, string>
  /** Names that the request carries more than once. */
  readonly repeated: ReadonlySet<string>
}

/** One pass over name, value, name, value … */
export function collectHeaders(rawHeaders: readonly string[]): CollectedHeaders {
  const values = new Map<string, string>()
  const repeated = new Set<string>()
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!.toLowerCase()
    const value = canonicalValue(rawHeaders[i + 1]!)
    const before = values.get(name)
    if (before !== undefined) repeated.add(name)
    values.set(name, before === undefined ? value : `${before},${value}`)
  }
  return { values, repeated }
}

const SPACE = 0x20
const TAB = 0x09
const isBlank = (code: number) => code === SPACE || code === TAB

/** Without blanks at the ends; a run of blanks within becomes one space. */
export function canonicalValue(value: string): string {
  if (!needsWork(value)) return value
  let canonical = ''
  let pending = false
  for (let i = 0; i < value.length; i++) {
    if (isBlank(value.charCodeAt(i))) {
      pending = canonical !== ''
      continue
    }
    canonical += pending ? ` ${value[i]}` : value[i]
    pending = false
  }
  return canonical
}

const needsWork = (value: string) =>
  isBlank(value.charCodeAt(0)) ||
  isBlank(value.charCodeAt(value.length - 1)) ||
  value.includes('  ') ||
  value.includes('\t')

/** SignedHeaders as a list: lower case, sorted, each name once (a repeated name would multiply its value). */
export function signedHeaderNames(names: readonly string[]): readonly string[] {
  if (names.every(inOrder)) return names
  return [...new Set(names.map((name) => name.toLowerCase()))].sort()
}

/** As nearly every client lists them. */
const inOrder = (name: string, at: number, names: readonly string[]) =>
  name === name.toLowerCase() && (at === 0 || names[at - 1]! < name)

/** A line for each signed header that is there: a missing one leaves a gap, and the signature differs. */
export function canonicalHeaders(
  values: ReadonlyMap<string, string>,
  signedHeaders: readonly string[],
): string {
  let lines = ''
  for (const name of signedHeaders) {
    const value = values.get(name)
    if (value !== undefined) lines += `${name}:${value}\n`
  }
  return lines
}
