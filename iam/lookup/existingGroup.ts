/** A group of the caller's account by its name, or the refusal. */
import type { Reader } from '#kernel/store/store.ts'
import { groupNotFound } from '../errors.ts'
import { type Group, groups, nameKey, scopeOf } from '../state.ts'

export async function existingGroup(read: Reader, account: string, name: string): Promise<Group> {
  const found = await read.get(groups, scopeOf(account), nameKey(name))
  if (found === undefined) throw groupNotFound(name)
  return found.value
}
