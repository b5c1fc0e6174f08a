/** Whose access keys are meant: a user's, or those of the root user, who alone has no name to give. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader, Transaction } from '#kernel/store/store.ts'
import { accessKeyNotFound } from '../errors.ts'
import {
  type AccessKey,
  accessKeys,
  accountKey,
  accounts,
  nameKey,
  scopeOf,
  type User,
  users,
} from '../state.ts'
import { existingUser, ownUserName } from './existingUser.ts'

export interface KeyHolder {
  readonly account: string
  /** Undefined: the root user. */
  readonly user: User | undefined
  readonly accessKeyIds: readonly string[]
}

/** [inf] How AWS names the root user where an answer must name a user. */
const ROOT_NAME = 'root'

export const holderName = ({ user }: KeyHolder): string => user?.name ?? ROOT_NAME

export async function keyHolder(
  read: Reader,
  caller: Caller,
  userName: string | undefined,
): Promise<KeyHolder> {
  const account = caller.accountId
  if (userName === undefined && caller.type === 'Root') {
    const { value } = (await read.get(accounts, scopeOf(account), accountKey))!
    return { account, user: undefined, accessKeyIds: value.accessKeyIds }
  }
  const user = await existingUser(read, account, userName ?? ownUserName(caller))
  return { account, user, accessKeyIds: user.accessKeyIds }
}

export async function setAccessKeyIds(
  tx: Transaction,
  { account, user }: KeyHolder,
  accessKeyIds: readonly string[],
): Promise<void> {
  const scope = scopeOf(account)
  if (user !== undefined) {
    await tx.put(users, scope, nameKey(user.name), { ...user, accessKeyIds })
    return
  }
  const { value } = (await tx.get(accounts, scope, accountKey))!
  await tx.put(accounts, scope, accountKey, { ...value, accessKeyIds })
}

export async function existingAccessKey(
  read: Reader,
  { account, accessKeyIds }: KeyHolder,
  id: string,
): Promise<AccessKey> {
  const found = accessKeyIds.includes(id) && (await read.get(accessKeys, scopeOf(account), id))
  if (!found) throw accessKeyNotFound(id)
  return found.value
}
