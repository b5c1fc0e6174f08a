/** Who is in a group: the users that name it. */
import type { Reader } from '#kernel/store/store.ts'
import { type Group, nameKey, scopeOf, type User, users } from '../state.ts'

export const isMember = ({ groups }: User, { name }: Group): boolean =>
  groups.includes(nameKey(name))

export async function groupMembers(
  read: Reader,
  account: string,
  group: Group,
): Promise<readonly User[]> {
  const everyone = await read.list(users, scopeOf(account))
  return everyone.map(({ value }) => value).filter((user) => isMember(user, group))
}
