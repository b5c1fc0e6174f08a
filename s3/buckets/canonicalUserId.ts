/** The canonical user id: who an account is in owners and ACLs, since before accounts had numbers. */
import { canonicalUserId as derivedId } from '#kernel/ids/canonicalUserId.ts'
import type { Reader } from '#kernel/store/store.ts'
import { canonicalUsers } from '../state.ts'

/** As the seed says; else the one that follows from the account, as IAM knows it too. */
export async function canonicalUserId(read: Reader, account: string): Promise<string> {
  const seeded = await read.get(canonicalUsers, { account, region: '' }, account)
  return seeded?.value.id ?? derivedId(account)
}
