/** The organization of a seed: root, OUs, accounts, policies, and full access attached everywhere as AWS does. */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Transaction } from '#kernel/store/store.ts'
import { fullAccessPolicies } from './fullAccess.ts'
import {
  attachments,
  memberships,
  type OrganizationPolicy,
  organizations,
  type PolicyType,
  policies,
  scope,
  units,
} from './state.ts'

/** What is read of the seed file; its schema is the sandbox's. */
export interface SeedOrganization {
  readonly managementAccountId: string
  readonly accounts?: readonly string[]
  readonly ous?: readonly SeedOu[]
  readonly policies?: readonly {
    readonly name: string
    readonly type: PolicyType
    readonly content: object
    readonly targets: readonly string[]
  }[]
}

interface SeedOu {
  readonly name: string
  readonly accounts?: readonly string[]
  readonly ous?: readonly SeedOu[]
}

interface Planting {
  readonly tx: Transaction
  readonly ids: Ids
  readonly organizationId: string
  /** Ids by the names that a seed's `targets` use. */
  readonly targets: Map<string, string>
}

export async function seedOrganization(
  tx: Transaction,
  seed: SeedOrganization,
  ids: Ids,
): Promise<void> {
  const organizationId = `o-${ids.alphanumeric(10).toLowerCase()}`
  const rootId = `r-${ids.alphanumeric(4).toLowerCase()}`
  const { managementAccountId } = seed
  await tx.put(organizations, scope, organizationId, {
    id: organizationId,
    managementAccountId,
    rootId,
  })
  const planting: Planting = { tx, ids, organizationId, targets: new Map([['root', rootId]]) }
  const accounts = new Set([managementAccountId, ...(seed.accounts ?? [])])
  await plantUnit(planting, { id: rootId, name: 'Root', parentId: null }, [...accounts], seed.ous)
  for (const policy of fullAccessPolicies) await tx.put(policies, scope, policy.id, policy)
  for (const target of planting.targets.values())
    for (const { id } of fullAccessPolicies) await attach(tx, target, id)
  for (const policy of seed.policies ?? []) await plantPolicy(planting, managementAccountId, policy)
}

async function plantUnit(
  planting: Planting,
  unit: { id: string; name: string; parentId: string | null },
  accounts: readonly string[] = [],
  ous: readonly SeedOu[] = [],
): Promise<void> {
  const { tx, ids, organizationId, targets } = planting
  await tx.put(units, scope, unit.id, unit)
  for (const account of accounts) {
    await tx.put(memberships, scope, account, { organizationId, parentId: unit.id })
    targets.set(account, account)
  }
  for (const ou of ous) {
    const id = `ou-${targets.get('root')!.slice(2)}-${ids.alphanumeric(8).toLowerCase()}`
    targets.set(ou.name, id)
    await plantUnit(planting, { id, name: ou.name, parentId: unit.id }, ou.accounts, ou.ous)
  }
}

const kinds: Readonly<Record<PolicyType, string>> = {
  SCP: 'service_control_policy',
  RCP: 'resource_control_policy',
}

async function plantPolicy(
  { tx, ids, organizationId, targets }: Planting,
  managementAccountId: string,
  seed: NonNullable<SeedOrganization['policies']>[number],
): Promise<void> {
  const id = `p-${ids.alphanumeric(8).toLowerCase()}`
  const policy: OrganizationPolicy = {
    id,
    arn: `arn:aws:organizations::${managementAccountId}:policy/${organizationId}/${kinds[seed.type]}/${id}`,
    name: seed.name,
    type: seed.type,
    document: JSON.stringify(seed.content),
  }
  await tx.put(policies, scope, id, policy)
  for (const target of seed.targets) await attach(tx, targets.get(target)!, id)
}

const attach = (tx: Transaction, target: string, policyId: string): Promise<void> =>
  tx.put(attachments, scope, `${target}/${policyId}`, policyId)
