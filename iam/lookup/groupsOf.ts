/** The groups that a user names. */
import type { Reader } from '#kernel/store/store.ts'
import { type Group, groups, scopeOf, type User } from '../state.ts'

export async function groupsOf(
  read: Reader,
  account: string,
  keys: User['groups'],
): Promise<readonly Group[]> {
  const scope = scopeOf(account)
  const found = await Promise.all(keys.map((key) => read.get(groups, scope, key)))
  return found.map((entry) => {
    if (entry === undefined) throw new Error('INVARIANT: a group with members is not deleted')
    return entry.value
  })
}
