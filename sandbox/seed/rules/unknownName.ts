/** A name that refers to nothing, with the known one that was probably meant. */
import { nearest } from '#i18n/nearest.ts'
import { type SeedProblem, seedProblem } from '../seedProblem.ts'
import type { Placed } from './seedRule.ts'

type What = 'noAccount' | 'noTarget' | 'noPermissionSet' | 'noGroup' | 'noPerson'

/** No problem where `known` has the name. */
export function unknownName(
  what: What,
  { name, path }: Placed,
  known: readonly string[],
): SeedProblem[] {
  if (known.includes(name)) return []
  const near = nearest(name, known)
  return near === undefined
    ? [seedProblem(path, what, { name })]
    : [seedProblem(path, `${what}Near`, { name, near })]
}
