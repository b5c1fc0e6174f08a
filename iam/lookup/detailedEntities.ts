/** Everything that GetAccountAuthorizationDetails tells of an account, in the order in which it does. */
import type { Reader } from '#kernel/store/store.ts'
import { managedPolicies } from '../policy/managed/index.ts'
import type { ManagedPolicy } from '../policy/managed/managedPolicy.ts'
import {
  type CustomerPolicy,
  customerPolicies,
  type Group,
  groups,
  type Role,
  roles,
  scopeOf,
  type User,
  users,
} from '../state.ts'
import type { PolicyUse } from './policyUses.ts'

export type DetailedEntity =
  | { readonly type: 'User'; readonly entity: User }
  | { readonly type: 'Group'; readonly entity: Group }
  | { readonly type: 'Role'; readonly entity: Role }
  | { readonly type: 'LocalManagedPolicy'; readonly entity: CustomerPolicy }
  | { readonly type: 'AWSManagedPolicy'; readonly entity: ManagedPolicy }

/** [K] Of AWS's own policies those that somebody here has. */
export async function detailedEntities(
  read: Reader,
  account: string,
  uses: ReadonlyMap<string, PolicyUse>,
): Promise<readonly DetailedEntity[]> {
  const scope = scopeOf(account)
  const used = [...managedPolicies.values()].filter(({ arn }) => uses.has(arn))
  return [
    ...typed('User', valuesOf(await read.list(users, scope))),
    ...typed('Group', valuesOf(await read.list(groups, scope))),
    ...typed('Role', valuesOf(await read.list(roles, scope))),
    ...typed('LocalManagedPolicy', valuesOf(await read.list(customerPolicies, scope))),
    ...typed('AWSManagedPolicy', used),
  ]
}

const valuesOf = <T>(entries: readonly { readonly value: T }[]): T[] =>
  entries.map(({ value }) => value)

const typed = <T extends DetailedEntity['type'], E>(type: T, entities: readonly E[]) =>
  entities.map((entity) => ({ type, entity }))
