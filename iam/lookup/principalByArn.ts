/** Users and roles by their ARN: only where all of it is right, the path too. */
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import { nameKey, type Role, roles, scopeOf, type User, users } from '../state.ts'

export async function roleByArn(read: Reader, arn: string): Promise<Role | undefined> {
  const named = readEntityArn(arn)
  if (named?.type !== 'role') return undefined
  const found = await read.get(roles, scopeOf(named.account), nameKey(named.name))
  return found?.value.arn === arn ? found.value : undefined
}

export async function userByArn(read: Reader, arn: string): Promise<User | undefined> {
  const named = readEntityArn(arn)
  if (named?.type !== 'user') return undefined
  const found = await read.get(users, scopeOf(named.account), nameKey(named.name))
  return found?.value.arn === arn ? found.value : undefined
}
