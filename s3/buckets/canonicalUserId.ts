/** The canonical user id: who an account is in owners and ACLs, since before accounts had numbers. */
import { createHash } from 'node:crypto'
import type { Reader } from '#kernel/store/store.ts'
import { canonicalUsers } from '../state.ts'

/** As the seed says; else one that follows from the account alone, the same in every sandbox. */
export async function canonicalUserId(read: Reader, account: string): Promise<string> {
  const seeded = await read.get(canonicalUsers, { account, region: '' }, account)
  return seeded?.value.id ?? derived(account)
}

const derived = (account: string) =>
  createHash('sha256').update(`canonical user of account ${account}`).digest('hex')
