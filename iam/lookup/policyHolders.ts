/** Everybody in an account who can have managed policies. */
import type { Reader } from '#kernel/store/store.ts'
import { groups, type PolicyHolder, type Principal, roles, scopeOf, users } from '../state.ts'

export interface Holder {
  readonly type: 'User' | 'Group' | 'Role'
  readonly holder: PolicyHolder & Pick<Partial<Principal>, 'permissionsBoundary'>
}

export async function policyHolders(read: Reader, account: string): Promise<readonly Holder[]> {
  const scope = scopeOf(account)
  const holders: Holder[] = []
  for (const { value } of await read.list(users, scope))
    holders.push({ type: 'User', holder: value })
  for (const { value } of await read.list(groups, scope))
    holders.push({ type: 'Group', holder: value })
  for (const { value } of await read.list(roles, scope))
    holders.push({ type: 'Role', holder: value })
  return holders
}
