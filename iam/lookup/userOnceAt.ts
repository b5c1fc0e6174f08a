/** A user by an ARN that it bears or bore, and its unique id: wherever it is today. */
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import { renamedUsers, scopeOf, type User } from '../state.ts'
import { userByArn } from './principalByArn.ts'

export async function userOnceAt(read: Reader, arn: string, id: string): Promise<User | undefined> {
  const there = await userByArn(read, arn)
  if (there?.id === id) return there
  const named = readEntityArn(arn)
  const today = named && (await read.get(renamedUsers, scopeOf(named.account), id))
  return today && userByArn(read, today.value)
}
