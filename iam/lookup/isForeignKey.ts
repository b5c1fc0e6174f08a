/** Whether a key can be none of this sandbox's: it has AWS's form, and its account is not here. */
import { accountOfAccessKeyId, isAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import type { Reader } from '#kernel/store/store.ts'
import { accountKey, accounts, scopeOf } from '../state.ts'

export async function isForeignKey(read: Reader, id: string): Promise<boolean> {
  // Those of AWS's documentation are nobody's.
  if (!isAccessKeyId(id) || id.endsWith('EXAMPLE')) return false
  const account = accountOfAccessKeyId(id)
  return account === undefined || !(await read.get(accounts, scopeOf(account), accountKey))
}
