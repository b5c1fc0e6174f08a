/**
 * What is still to be made in an account, written down with its names before anything is made: whoever goes on
 * after a crash, or works on the same account beside us, makes the same things and not new ones.
 */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Reader, Store, Transaction } from '#kernel/store/store.ts'
import {
  assignments,
  type Instance,
  type PermissionSet,
  type ProvisionedRole,
  type ProvisioningFailure,
  permissionSets,
  provisionedAccounts,
  provisionedRoleKey,
  provisionedRoles,
  scopeOf,
} from '../state.ts'
import { makeProviderName, makeRoleName } from './reservedNames.ts'

export interface Plan {
  readonly providerName: string
  readonly roles: readonly PlannedRole[]
}

export interface PlannedRole {
  readonly permissionSet: PermissionSet
  readonly roleName: string
}

export interface Planning {
  readonly store: Store
  readonly ids: Ids
  readonly now: number
}

/** Undefined where nothing is left to do. */
export async function openPlan(
  { store, ids, now }: Planning,
  instance: Instance,
  accountId: string,
): Promise<Plan | undefined> {
  const account = { instance, accountId, now }
  if ((await missing(store, account)).length === 0) return undefined
  return store.write([instance.accountId], async (tx) => {
    const roles: PlannedRole[] = []
    for (const { permissionSet, known } of await missing(tx, account)) {
      const roleName = known?.roleName ?? makeRoleName(permissionSet, ids)
      const key = provisionedRoleKey(accountId, permissionSet.permissionSetId)
      const begun: ProvisionedRole = { roleName, status: 'IN_PROGRESS', changedAt: now }
      await tx.put(provisionedRoles, scopeOf(instance), key, begun)
      roles.push({ permissionSet, roleName })
    }
    return { providerName: await providerNameIn(tx, instance, accountId, ids), roles }
  })
}

interface Missing {
  readonly permissionSet: PermissionSet
  readonly known: ProvisionedRole | undefined
}

/** Permission sets that are assigned in the account to anybody, and whose role is not there. */
async function missing(
  reader: Reader,
  { instance, accountId, now }: { instance: Instance; accountId: string; now: number },
): Promise<Missing[]> {
  const scope = scopeOf(instance)
  const assigned = new Set<string>()
  for (const { value } of await reader.list(assignments, scope))
    if (value.accountId === accountId) assigned.add(value.permissionSetId)
  const found: Missing[] = []
  for (const id of [...assigned].sort()) {
    const permissionSet = (await reader.get(permissionSets, scope, id))?.value
    const key = provisionedRoleKey(accountId, id)
    const known = (await reader.get(provisionedRoles, scope, key))?.value
    if (permissionSet && isToBeMade(known, now)) found.push({ permissionSet, known })
  }
  return found
}

/** What IAM has refused it will refuse again: nobody asks it at every turn, and yet what was wrong may be put right. */
const patienceMs = 60_000

function isToBeMade(known: ProvisionedRole | undefined, now: number): boolean {
  if (known?.status === 'SUCCEEDED') return false
  return known?.failure?.kind !== 'refused' || now - known.changedAt >= patienceMs
}

async function providerNameIn(
  tx: Transaction,
  instance: Instance,
  accountId: string,
  ids: Ids,
): Promise<string> {
  const known = await tx.get(provisionedAccounts, scopeOf(instance), accountId)
  if (known) return known.value.providerName
  const providerName = makeProviderName(ids)
  await tx.put(provisionedAccounts, scopeOf(instance), accountId, { providerName })
  return providerName
}

export interface Ended {
  readonly accountId: string
  readonly role: PlannedRole
  /** None where it succeeded. */
  readonly failure?: ProvisioningFailure | undefined
}

/** Only for the very role that was planned: after a reset of the sandbox another plan, or none, stands there. */
export async function endRole(
  { store, now }: Pick<Planning, 'store' | 'now'>,
  instance: Instance,
  { accountId, role, failure }: Ended,
): Promise<void> {
  const key = provisionedRoleKey(accountId, role.permissionSet.permissionSetId)
  await store.write([instance.accountId], async (tx) => {
    const known = await tx.get(provisionedRoles, scopeOf(instance), key)
    if (known?.value.roleName !== role.roleName || known.value.status === 'SUCCEEDED') return
    const status = failure ? 'FAILED' : 'SUCCEEDED'
    const value = { roleName: role.roleName, status, changedAt: now, ...(failure && { failure }) }
    await tx.put(provisionedRoles, scopeOf(instance), key, value as ProvisionedRole)
  })
}
