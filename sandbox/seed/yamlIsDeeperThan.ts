/**
 * Whether YAML text nests collections deeper than `limit`, found without recursion.
 * The composer of the YAML package recurses, and V8 may abort the process where its stack ends.
 */
import { type CST, Parser } from 'yaml'

export function yamlIsDeeperThan(limit: number, text: string): boolean {
  for (const token of new Parser().parse(text)) if (isDeeper(limit, token)) return true
  return false
}

function isDeeper(limit: number, document: CST.Token): boolean {
  const open: { token: CST.Token; depth: number }[] = [{ token: document, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > limit) return true
    const depth = next.depth + 1
    for (const token of inside(next.token)) open.push({ token, depth })
  }
  return false
}

function inside(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part != null))
}
