/** What the organization lets an account do at most: its policies from the root down, level by level. */

import type { Answer } from '#kernel/hops/port.ts'
import type { guardrails } from '#kernel/hops/ports.ts'
import type { Reader } from '#kernel/store/store.ts'
import {
  attachments,
  memberships,
  type Organization,
  organizations,
  type PolicyType,
  policies,
  scope,
  units,
} from './state.ts'

export type Guardrails = Answer<typeof guardrails, 'guardrailsFor'>

const nobodys: Guardrails = { isManagementAccount: false, scps: null, rcps: null }

export async function guardrailsFor(read: Reader, accountId: string): Promise<Guardrails> {
  const membership = (await read.get(memberships, scope, accountId))?.value
  if (!membership) return nobodys
  const organization = (await read.get(organizations, scope, membership.organizationId))!.value
  const units = await unitsDownTo(read, membership.parentId)
  const targets = [...units, { id: accountId, level: accountId }]
  return {
    ...factsOf(organization, accountId),
    path: [organization.id, ...units.map(({ id }) => id), ''].join('/'),
    scps: await policiesAt(read, targets, 'SCP'),
    rcps: await policiesAt(read, targets, 'RCP'),
  }
}

const factsOf = ({ id, managementAccountId }: Organization, accountId: string) => ({
  organizationId: id,
  managementAccountId,
  isManagementAccount: managementAccountId === accountId,
})

interface Target {
  readonly id: string
  /** As people call it: `root`, the OU's name, the account's id. */
  readonly level: string
}

/** From the root down to the unit that holds the account. */
async function unitsDownTo(read: Reader, id: string): Promise<Target[]> {
  const chain: Target[] = []
  let next: string | null = id
  while (next !== null) {
    const unit: { name: string; parentId: string | null } = (await read.get(units, scope, next))!
      .value
    chain.unshift({ id: next, level: unit.parentId === null ? 'root' : unit.name })
    next = unit.parentId
  }
  return chain
}

async function policiesAt(read: Reader, targets: readonly Target[], type: PolicyType) {
  return Promise.all(
    targets.map(async ({ id, level }) => ({ level, policies: await attachedTo(read, id, type) })),
  )
}

async function attachedTo(read: Reader, target: string, type: PolicyType) {
  const attached = await read.list(attachments, scope, { prefix: `${target}/` })
  const found = await Promise.all(attached.map(({ value }) => read.get(policies, scope, value)))
  return found
    .map((entry) => entry!.value)
    .filter((policy) => policy.type === type)
    .map(({ name, arn, document }) => ({ name, arn, document }))
}
