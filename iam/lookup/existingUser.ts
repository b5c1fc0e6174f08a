/** A user of the caller's account by its name, or the refusal. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { mustNameUser, userNotFound } from '../errors.ts'
import { nameKey, scopeOf, type User, users } from '../state.ts'

export async function existingUser(read: Reader, account: string, name: string): Promise<User> {
  const found = await read.get(users, scopeOf(account), nameKey(name))
  if (found === undefined) throw userNotFound(name)
  return found.value
}

/** Who names no user means themselves, and must then be one. */
export function ownUserName({ type, userName }: Caller): string {
  if (type !== 'IAMUser' || userName === undefined) throw mustNameUser()
  return userName
}
