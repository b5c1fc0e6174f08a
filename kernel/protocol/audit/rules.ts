/** What an audit record leaves out or masks, beside what the model calls sensitive. */
import type { LinkedMember } from '../linked.ts'

export interface AuditRules {
  /** Names of members, as the record would call them, that are left out wherever they stand. */
  readonly drop?: readonly string[]
  /** Names of members whose value is a secret, though the model does not say so. */
  readonly hide?: readonly string[]
}

export interface AuditPolicy {
  /** Text in the place of a secret; without it the member is left out. */
  readonly mask: string | undefined
  readonly rules: AuditRules
}

/** Undefined: leave it out. `shown` gives the value's ordinary form. */
export function audited(
  member: LinkedMember,
  name: string,
  { mask, rules }: AuditPolicy,
  shown: () => unknown,
): unknown {
  if (rules.drop?.includes(name) || member.shape.type === 'blob') return undefined
  return member.sensitive || rules.hide?.includes(name) ? mask : shown()
}
