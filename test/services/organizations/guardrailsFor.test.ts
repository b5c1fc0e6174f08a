import { afterEach, describe, expect, test } from 'vitest'
import { managedGuardrails } from '#iam/policy/managed/index.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import type { Store } from '#kernel/store/store.ts'
import { fullAccessPolicies } from '#services/organizations/fullAccess.ts'
import { type Guardrails, guardrailsFor } from '#services/organizations/guardrailsFor.ts'
import {
  type SeedOrganization,
  seedOrganization,
} from '#services/organizations/seedOrganization.ts'

const MANAGEMENT = '111111111111'
const WORKLOADS = '222222222222'
const SANDBOX = '333333333333'
const OUTSIDE = '999999999999'

let store: Store
afterEach(() => store.close())

async function plant(seed: SeedOrganization): Promise<void> {
  store = createMemoryStore({ clock: createSandboxClock() })
  await store.write([''], (tx) => seedOrganization(tx, seed, seededIds('organizations')))
}

const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }

const organization: SeedOrganization = {
  managementAccountId: MANAGEMENT,
  accounts: [SANDBOX],
  ous: [{ name: 'prod', ous: [{ name: 'web', accounts: [WORKLOADS] }] }],
  policies: [
    { name: 'everywhere', type: 'SCP', content: deny, targets: ['root', 'web'] },
    { name: 'mine', type: 'SCP', content: deny, targets: [WORKLOADS] },
    { name: 'data', type: 'RCP', content: deny, targets: ['prod'] },
  ],
}

const inShort = (levels: Guardrails['scps']) =>
  levels?.map(({ level, policies }) => [level, ...policies.map(({ name }) => name).sort()])

describe('what an organization lets an account do', () => {
  test('is told level by level, from the root down to the account', async () => {
    await plant(organization)
    const found = await guardrailsFor(store, WORKLOADS)
    expect(inShort(found.scps)).toEqual([
      ['root', 'FullAWSAccess', 'everywhere'],
      ['prod', 'FullAWSAccess'],
      ['web', 'FullAWSAccess', 'everywhere'],
      [WORKLOADS, 'FullAWSAccess', 'mine'],
    ])
    expect(inShort(found.rcps)).toEqual([
      ['root', 'RCPFullAWSAccess'],
      ['prod', 'RCPFullAWSAccess', 'data'],
      ['web', 'RCPFullAWSAccess'],
      [WORKLOADS, 'RCPFullAWSAccess'],
    ])
  })

  test('is told of an account under the root without the units of others', async () => {
    await plant(organization)
    const { scps } = await guardrailsFor(store, SANDBOX)
    expect(inShort(scps)).toEqual([
      ['root', 'FullAWSAccess', 'everywhere'],
      [SANDBOX, 'FullAWSAccess'],
    ])
  })

  test('says who manages, and where the account stands', async () => {
    await plant(organization)
    const member = await guardrailsFor(store, WORKLOADS)
    expect(member).toMatchObject({ managementAccountId: MANAGEMENT, isManagementAccount: false })
    expect(member.path).toMatch(
      /^o-[a-z0-9]{10}\/r-[a-z0-9]{4}\/ou-[a-z0-9]{4}-[a-z0-9]{8}\/ou-[a-z0-9]{4}-[a-z0-9]{8}\/$/,
    )
    const manager = await guardrailsFor(store, MANAGEMENT)
    expect(manager).toMatchObject({ isManagementAccount: true })
    expect(manager.path).toBe(member.path?.split('/').slice(0, 2).concat('').join('/'))
  })

  test('names policies by the ARN that refusals show', async () => {
    await plant(organization)
    const { organizationId, scps, rcps } = await guardrailsFor(store, WORKLOADS)
    const arnOf = (levels: Guardrails['scps'], name: string) =>
      levels?.flatMap(({ policies }) => policies).find((policy) => policy.name === name)?.arn
    const prefix = `arn:aws:organizations::${MANAGEMENT}:policy/${organizationId}`
    expect(arnOf(scps, 'mine')).toMatch(
      new RegExp(`^${prefix}/service_control_policy/p-[a-z0-9]{8}$`),
    )
    expect(arnOf(rcps, 'data')).toMatch(
      new RegExp(`^${prefix}/resource_control_policy/p-[a-z0-9]{8}$`),
    )
    expect(arnOf(scps, 'FullAWSAccess')).toBe(
      'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    )
  })

  test('is nothing outside of it', async () => {
    await plant(organization)
    const nobodys = { isManagementAccount: false, scps: null, rcps: null }
    expect(await guardrailsFor(store, OUTSIDE)).toEqual(nobodys)
  })

  test('counts the management account in, named or not', async () => {
    await plant({ managementAccountId: MANAGEMENT, accounts: [MANAGEMENT, WORKLOADS] })
    const { scps, isManagementAccount } = await guardrailsFor(store, MANAGEMENT)
    expect(isManagementAccount).toBe(true)
    expect(inShort(scps)).toEqual([
      ['root', 'FullAWSAccess'],
      [MANAGEMENT, 'FullAWSAccess'],
    ])
  })
})

test('the policies that allow everything read as those of IAM', () => {
  for (const { arn, name, document } of fullAccessPolicies) {
    const known = managedGuardrails.get(arn)
    expect(known?.name).toBe(name)
    expect(JSON.parse(known?.document ?? '')).toEqual(JSON.parse(document))
  }
})
