/** Access keys of the seed: anybody's choice, so an id that does not name its account goes into the index. */
import { accountOfAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { type AccessKey, accessKeys, globalScope, keyOwners, scopeOf } from '../state.ts'
import type { Seeding } from './seedIam.ts'

export interface SeedAccessKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** The ids. */
export async function seedAccessKeys(
  { tx, account, now }: Seeding,
  keys: readonly SeedAccessKey[],
  user: AccessKey['user'],
): Promise<readonly string[]> {
  for (const { accessKeyId: id, secretAccessKey: secret } of keys) {
    const key: AccessKey = { id, secret, status: 'Active', createdAt: now, user }
    await tx.put(accessKeys, scopeOf(account), id, key)
    if (accountOfAccessKeyId(id) !== account) await tx.put(keyOwners, globalScope, id, account)
  }
  return keys.map(({ accessKeyId }) => accessKeyId)
}
