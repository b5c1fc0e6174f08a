/** An access key and its account: most ids name the account, the others stand in a global index. */
import { accountOfAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import type { Reader } from '#kernel/store/store.ts'
import { type AccessKey, accessKeys, globalScope, keyOwners, scopeOf } from '../state.ts'

export interface OwnedKey {
  readonly key: AccessKey
  readonly account: string
}

/** Clients write here what they like; what could be no key id is not looked for. */
const KEY_ID = /^[!-~]{1,128}$/

export async function findAccessKey(read: Reader, id: string): Promise<OwnedKey | undefined> {
  if (!KEY_ID.test(id)) return undefined
  const named = accountOfAccessKeyId(id)
  const own = named === undefined ? undefined : await keyOf(read, named, id)
  if (own !== undefined) return own
  const owner = await read.get(keyOwners, globalScope, id)
  return owner && keyOf(read, owner.value, id)
}

async function keyOf(read: Reader, account: string, id: string): Promise<OwnedKey | undefined> {
  const found = await read.get(accessKeys, scopeOf(account), id)
  return found && { key: found.value, account }
}
