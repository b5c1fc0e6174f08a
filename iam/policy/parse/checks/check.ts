/** One rule that a policy must keep beyond its grammar; throws `malformedPolicy` where it does not. */
import type { PolicyKind } from '../../policy.ts'
import type { RawPolicy } from '../rawPolicy.ts'

export type Check = (policy: RawPolicy, kind: PolicyKind) => void

/** Kinds that are attached to who acts: the principal is understood. */
export const WITHOUT_PRINCIPAL: ReadonlySet<PolicyKind> = new Set([
  'identity',
  'boundary',
  'session',
  'scp',
])
