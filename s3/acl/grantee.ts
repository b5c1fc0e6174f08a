/** Who can be given something by an ACL, named in a header (`id="…"`) or in a document (`xsi:type`). */
import * as errors from '../errors.ts'
import { ALL_USERS, AUTHENTICATED_USERS, type Grantee, LOG_DELIVERY } from './storedAcl.ts'

const GROUPS: ReadonlySet<string> = new Set([ALL_USERS, AUTHENTICATED_USERS, LOG_DELIVERY])

/** SIMPLIFICATION: S3 refuses ids of accounts that do not exist; here every well-formed one is taken, and lets in nobody. */
const CANONICAL_ID = /^[0-9a-f]{64}$/

export type GranteeKind = 'id' | 'uri' | 'emailAddress'

export function granteeOf(kind: GranteeKind, value: string): Grantee {
  // S3 takes no e-mail addresses any more since October 2025.
  if (kind === 'emailAddress') throw errors.unresolvableGrant(value)
  if (kind === 'uri') {
    if (!GROUPS.has(value)) throw errors.invalidArgument('uri', value, 'Invalid group uri')
    return { uri: value }
  }
  if (!CANONICAL_ID.test(value)) throw errors.invalidArgument('id', value, 'Invalid id')
  return { id: value }
}
