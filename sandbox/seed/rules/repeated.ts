/** Names that stand twice, each with the place of the first. */
import type { Placed } from './seedRule.ts'

export function repeated(
  all: readonly Placed[],
  same: (name: string) => string = (name) => name,
): (Placed & { readonly first: string })[] {
  const first = new Map<string, string>()
  const again: (Placed & { readonly first: string })[] = []
  for (const placed of all) {
    const before = first.get(same(placed.name))
    if (before === undefined) first.set(same(placed.name), placed.path)
    else again.push({ ...placed, first: before })
  }
  return again
}

/** IAM and the identity store keep the case of a name and ignore it in comparisons. */
export const ignoringCase = (name: string): string => name.toLowerCase()
