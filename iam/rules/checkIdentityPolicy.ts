/** A policy that users and roles are to have, before it is kept: well-formed, and in the language's current version. */
import { parsePolicy } from '../policy/parsePolicy.ts'
import { requireCurrentVersion } from '../policy/requireCurrentVersion.ts'

/** Throws `MalformedPolicyDocument`. */
export function checkIdentityPolicy(document: string): void {
  requireCurrentVersion(parsePolicy(document, 'identity'), 'identity')
}
