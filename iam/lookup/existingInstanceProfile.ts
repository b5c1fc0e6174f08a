/** An instance profile of the caller's account by its name, or the refusal. */
import type { Reader } from '#kernel/store/store.ts'
import { instanceProfileNotFound } from '../errors.ts'
import { type InstanceProfile, instanceProfiles, nameKey, scopeOf } from '../state.ts'

export async function existingInstanceProfile(
  read: Reader,
  account: string,
  name: string,
): Promise<InstanceProfile> {
  const found = await read.get(instanceProfiles, scopeOf(account), nameKey(name))
  if (found === undefined) throw instanceProfileNotFound(name)
  return found.value
}
