/** The instance profiles that hold a role. */
import type { Reader } from '#kernel/store/store.ts'
import { type InstanceProfile, instanceProfiles, nameKey, type Role, scopeOf } from '../state.ts'

export async function instanceProfilesOf(
  read: Reader,
  account: string,
  { name }: Role,
): Promise<readonly InstanceProfile[]> {
  const all = await read.list(instanceProfiles, scopeOf(account))
  return all.map(({ value }) => value).filter(({ role }) => role === nameKey(name))
}
