/**
 * The first key that a mapping names twice (YAML 1.2, 3.2.1.1), by where it stands in the text. The package can look
 * for it too, but compares each key with each: a file of many keys would take minutes.
 */
import { type Document, isScalar, type Pair, visit } from 'yaml'

export function repeatedKey(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Map(_, { items }) {
      found = repeatedAmong(items)
      return found === undefined ? undefined : visit.BREAK
    },
  })
  return found
}

function repeatedAmong(pairs: readonly Pair[]): number | undefined {
  const seen = new Set<unknown>()
  for (const { key } of pairs) {
    if (!isScalar(key)) continue
    if (seen.has(key.value)) return key.range?.[0] ?? 0
    seen.add(key.value)
  }
  return undefined
}
