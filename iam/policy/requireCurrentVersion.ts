/** IAM takes new identity policies only in the current version of the language; what it has of old stays. */
import { malformedPolicy } from './parse/malformedPolicy.ts'
import type { Policy, PolicyKind } from './policy.ts'

export function requireCurrentVersion({ version }: Policy, kind: PolicyKind): void {
  if (version === '2008-10-17') throw malformedPolicy('versionTooOld', kind)
}
