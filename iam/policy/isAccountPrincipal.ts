/**
 * Who belongs to an account of AWS, whose administrator can grant and cap: users, roles, root. Services, the
 * anonymous and holders of a foreign token do not; to them the resource's policy alone can grant.
 */
import type { Caller } from '#kernel/hops/caller.ts'

const TYPES: ReadonlySet<Caller['type']> = new Set([
  'Root',
  'IAMUser',
  'AssumedRole',
  'FederatedUser',
])

export function isAccountPrincipal({ type }: Caller): boolean {
  return TYPES.has(type)
}
