/** Whether an ACL gives anything to anybody but the owner. */
import type { StoredAcl } from './storedAcl.ts'

export const givesToOthers = (acl: StoredAcl | undefined, owner: string): boolean =>
  acl?.some(({ grantee }) => !('id' in grantee) || grantee.id !== owner) ?? false
