/** Who may take which role: permission sets assigned in an account to a person, or to a group that they are in. */
import type { Reader } from '#kernel/store/store.ts'
import {
  type Account,
  type Assignment,
  accounts,
  assignments,
  groups,
  type Instance,
  memberships,
  type PermissionSet,
  type PrincipalType,
  permissionSets,
  principalPrefix,
  scopeOf,
} from './state.ts'

/** One role that a person may take, and through which of their assignments. */
export interface Grant {
  readonly account: Account
  readonly permissionSet: PermissionSet
  readonly through: { readonly type: PrincipalType; readonly name: string }
}

/** By account, then by name; a role that is assigned in two ways comes once, the person's own first. */
export async function grantsOf(
  reader: Reader,
  instance: Instance,
  user: { readonly userId: string; readonly userName: string },
): Promise<readonly Grant[]> {
  const found = new Map<string, Grant>()
  for (const principal of await principalsOf(reader, instance, user)) {
    const prefix = principalPrefix(principal.type, principal.id)
    for (const { value } of await reader.list(assignments, scopeOf(instance), { prefix })) {
      const key = `${value.accountId}/${value.permissionSetId}`
      const grant = found.get(key) ?? (await grantBy(reader, instance, value, principal))
      if (grant) found.set(key, grant)
    }
  }
  return [...found.values()].sort(byAccountAndName)
}

/** The one that GetRoleCredentials asks for, by the names that clients know. */
export async function grantFor(
  reader: Reader,
  instance: Instance,
  user: { readonly userId: string; readonly userName: string },
  { accountId, roleName }: { readonly accountId: string; readonly roleName: string },
): Promise<Grant | undefined> {
  const grants = await grantsOf(reader, instance, user)
  return grants.find(
    ({ account, permissionSet }) =>
      account.accountId === accountId && permissionSet.name === roleName,
  )
}

interface Principal {
  readonly type: PrincipalType
  readonly id: string
  readonly name: string
}

async function principalsOf(
  reader: Reader,
  instance: Instance,
  { userId, userName }: { readonly userId: string; readonly userName: string },
): Promise<Principal[]> {
  const scope = scopeOf(instance)
  const principals: Principal[] = [{ type: 'USER', id: userId, name: userName }]
  for (const { key } of await reader.list(memberships, scope, { prefix: `${userId}/` })) {
    const id = key.slice(userId.length + 1)
    const group = await reader.get(groups, scope, id)
    if (group) principals.push({ type: 'GROUP', id, name: group.value.displayName })
  }
  return principals
}

async function grantBy(
  reader: Reader,
  instance: Instance,
  { accountId, permissionSetId }: Assignment,
  { type, name }: Principal,
): Promise<Grant | undefined> {
  const scope = scopeOf(instance)
  const account = (await reader.get(accounts, scope, accountId))?.value
  const permissionSet = (await reader.get(permissionSets, scope, permissionSetId))?.value
  return account && permissionSet && { account, permissionSet, through: { type, name } }
}

const byAccountAndName = (a: Grant, b: Grant): number =>
  compare(a.account.accountId, b.account.accountId) ||
  compare(a.permissionSet.name, b.permissionSet.name)

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)
