/** `"*"`, or who it is by type: `{"AWS": …, "Service": …}`. */
import type { PrincipalType } from '../match/principal.ts'
import type { PolicyKind } from '../policy.ts'
import type { RawPrincipals } from './rawPolicy.ts'
import { readObject, readStrings } from './readJson.ts'

const TYPES: readonly PrincipalType[] = ['AWS', 'Federated', 'Service', 'CanonicalUser']
const TYPE_NAMES: ReadonlySet<string> = new Set(TYPES)

export function readPrincipals(value: unknown, kind: PolicyKind): RawPrincipals {
  if (value === '*') return [['AWS', '*']]
  const byType = readObject(value, TYPE_NAMES, kind)
  return TYPES.flatMap((type) =>
    byType[type] === undefined
      ? []
      : readStrings(byType[type], kind).map((name) => [type, name] as const),
  )
}
