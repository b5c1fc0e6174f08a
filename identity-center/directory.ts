/** Who may enter which account, as clients are set up for it: what an administrator reads out of the console. */
import type { Reader } from '#kernel/store/store.ts'
import { grantsOf } from './assignments.ts'
import { instanceIn, startUrlOf } from './instance.ts'
import { accounts, assignments, type Instance, permissionSets, scopeOf, users } from './state.ts'

export interface Directory {
  readonly startUrl: string
  readonly region: string
  /** User names of the people who can sign in. */
  readonly users: readonly string[]
  /** By account, then by permission set. */
  readonly roles: readonly AssignedRole[]
}

/** A permission set in an account in which it is assigned to anybody. */
export interface AssignedRole {
  readonly accountId: string
  readonly accountName: string
  readonly permissionSet: string
  /** User names of those who may take it, themselves or by a group; none where a group is empty. */
  readonly users: readonly string[]
}

/** Undefined where the seed sets up no Identity Center. */
export async function directoryIn(reader: Reader): Promise<Directory | undefined> {
  const instance = await instanceIn(reader)
  if (!instance) return undefined
  const people = (await reader.list(users, scopeOf(instance)))
    .map(({ value }) => value)
    .filter(({ enabled }) => enabled)
  const takers = await takersOf(reader, instance, people)
  return {
    startUrl: startUrlOf(instance),
    region: instance.region,
    users: people.map(({ userName }) => userName).sort(),
    roles: await assignedRoles(reader, instance, takers),
  }
}

type Takers = ReadonlyMap<string, readonly string[]>

const roleKey = (accountId: string, permissionSetId: string) => `${accountId}/${permissionSetId}`

async function takersOf(
  reader: Reader,
  instance: Instance,
  people: readonly { readonly userId: string; readonly userName: string }[],
): Promise<Takers> {
  const takers = new Map<string, string[]>()
  for (const person of people)
    for (const { account, permissionSet } of await grantsOf(reader, instance, person)) {
      const key = roleKey(account.accountId, permissionSet.permissionSetId)
      takers.set(key, [...(takers.get(key) ?? []), person.userName])
    }
  return takers
}

async function assignedRoles(
  reader: Reader,
  instance: Instance,
  takers: Takers,
): Promise<AssignedRole[]> {
  const scope = scopeOf(instance)
  const roles = new Map<string, AssignedRole>()
  for (const { value } of await reader.list(assignments, scope)) {
    const key = roleKey(value.accountId, value.permissionSetId)
    const account = (await reader.get(accounts, scope, value.accountId))?.value
    const set = (await reader.get(permissionSets, scope, value.permissionSetId))?.value
    if (!account || !set) continue
    roles.set(key, {
      accountId: account.accountId,
      accountName: account.name,
      permissionSet: set.name,
      users: [...(takers.get(key) ?? [])].sort(),
    })
  }
  return [...roles.values()].sort(
    (a, b) => compare(a.accountId, b.accountId) || compare(a.permissionSet, b.permissionSet),
  )
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)
