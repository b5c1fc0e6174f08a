/** The key under which client registrations are signed: made with the instance, shared by all who share the store. */
import type { Reader } from '#kernel/store/store.ts'
import { type Instance, registrationKeys, scopeOf } from '../state.ts'

export const registrationKeyName = 'current'

export async function registrationKey(reader: Reader, instance: Instance): Promise<Buffer> {
  const key = await reader.get(registrationKeys, scopeOf(instance), registrationKeyName)
  if (!key) throw new Error('INVARIANT: an instance is made with its registration key')
  return Buffer.from(key.value, 'base64')
}
