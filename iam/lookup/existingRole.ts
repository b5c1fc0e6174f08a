/** A role of the caller's account by its name, or the refusal. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { roleNotFound } from '../errors.ts'
import { refuseProtectedRole } from '../rules/protectedEntities.ts'
import { nameKey, type Role, roles, scopeOf } from '../state.ts'

export async function existingRole(read: Reader, account: string, name: string): Promise<Role> {
  const found = await read.get(roles, scopeOf(account), nameKey(name))
  if (found === undefined) throw roleNotFound(name)
  return found.value
}

/** One that the caller may change: not of AWS's own. */
export async function editableRole(read: Reader, caller: Caller, name: string): Promise<Role> {
  const role = await existingRole(read, caller.accountId, name)
  refuseProtectedRole(role, caller)
  return role
}
