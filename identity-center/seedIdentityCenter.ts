/** The instance of the seed file: its identity store with the company's people, its permission sets and assignments. */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Transaction } from '#kernel/store/store.ts'
import { registrationKeyName } from './clients/registrationKey.ts'
import { defaultSessionDuration, sessionDuration } from './sessionDuration.ts'
import {
  accounts,
  assignmentKey,
  assignments,
  globalScope,
  groups,
  type Instance,
  instanceKey,
  instances,
  memberships,
  permissionSets,
  registrationKeys,
  scopeOf,
  userIds,
  userNameKey,
  users,
} from './state.ts'

/** What it reads of the seed file. */
export interface IdentityCenterSeed {
  readonly accounts: readonly SeedAccount[]
  readonly workforce?: { readonly users: readonly SeedPerson[] } | undefined
  readonly identityCenter?: SeedInstance | undefined
}

interface SeedAccount {
  readonly id: string
  readonly name: string
  readonly email?: string | undefined
}

interface SeedPerson {
  readonly userName: string
  readonly givenName?: string | undefined
  readonly familyName?: string | undefined
  readonly groups?: readonly string[] | undefined
}

interface SeedInstance {
  readonly accountId: string
  readonly region?: string | undefined
  readonly permissionSets?: readonly SeedPermissionSet[] | undefined
  readonly assignments?: readonly SeedAssignment[] | undefined
}

interface SeedPermissionSet {
  readonly name: string
  readonly sessionDuration?: string | undefined
  readonly managedPolicies?: readonly string[] | undefined
  readonly inlinePolicy?: Readonly<Record<string, unknown>> | undefined
  readonly permissionsBoundary?: string | undefined
}

interface SeedAssignment {
  readonly account: string
  readonly permissionSet: string
  readonly group?: string | undefined
  readonly user?: string | undefined
}

/** Ids by the names that the seed file uses. */
type Named = ReadonlyMap<string, string>

interface Seeding {
  readonly tx: Transaction
  readonly ids: Ids
  readonly instance: Instance
}

/** An account that is added later comes as a seed of its own, without an instance: nothing to do then. */
export async function seedIdentityCenter(
  tx: Transaction,
  { accounts: all, workforce, identityCenter }: IdentityCenterSeed,
  { ids, homeRegion }: { readonly ids: Ids; readonly homeRegion: string },
): Promise<void> {
  if (!identityCenter) return
  const instance = newInstance(identityCenter, ids, homeRegion)
  const seeding = { tx, ids, instance }
  await putInstance(seeding)
  for (const { id, name, email } of all)
    await tx.put(accounts, scopeOf(instance), id, { accountId: id, name, email })
  const people = workforce?.users ?? []
  const groupIds = await putGroups(seeding, people)
  const personIds = await putPeople(seeding, people, groupIds)
  const setIds = await putPermissionSets(seeding, identityCenter.permissionSets ?? [])
  for (const each of identityCenter.assignments ?? [])
    await putAssignments(seeding, each, { groupIds, personIds, setIds })
}

function newInstance({ accountId, region }: SeedInstance, ids: Ids, homeRegion: string): Instance {
  return {
    accountId,
    region: region ?? homeRegion,
    instanceId: `ssoins-${ids.hex(16)}`,
    identityStoreId: `d-${ids.hex(10)}`,
    portalId: `ins-${ids.hex(16)}`,
    consumerId: ids.uuid(),
  }
}

async function putInstance({ tx, ids, instance }: Seeding): Promise<void> {
  const key = ids.bytes(32).toString('base64')
  await tx.put(instances, globalScope, instanceKey, instance, { ifVersion: null })
  await tx.put(registrationKeys, scopeOf(instance), registrationKeyName, key)
}

async function putGroups(
  { tx, ids, instance }: Seeding,
  people: readonly SeedPerson[],
): Promise<Named> {
  const named = new Map<string, string>()
  for (const displayName of new Set(people.flatMap((person) => person.groups ?? []))) {
    const groupId = ids.uuid()
    named.set(displayName, groupId)
    await tx.put(groups, scopeOf(instance), groupId, { groupId, displayName })
  }
  return named
}

async function putPeople(
  seeding: Seeding,
  people: readonly SeedPerson[],
  groupIds: Named,
): Promise<Named> {
  const named = new Map<string, string>()
  for (const person of people) {
    const userId = seeding.ids.uuid()
    named.set(userNameKey(person.userName), userId)
    await putPerson(seeding, userId, person)
    for (const group of new Set(person.groups)) {
      const key = `${userId}/${groupIds.get(group)!}`
      const membership = { membershipId: seeding.ids.uuid() }
      await seeding.tx.put(memberships, scopeOf(seeding.instance), key, membership)
    }
  }
  return named
}

async function putPerson({ tx, instance }: Seeding, userId: string, person: SeedPerson) {
  const { userName, givenName = '', familyName = '' } = person
  const displayName = [givenName, familyName].filter((name) => name !== '').join(' ') || userName
  const user = { userId, userName, givenName, familyName, displayName, enabled: true }
  await tx.put(users, scopeOf(instance), userId, user)
  await tx.put(userIds, scopeOf(instance), userNameKey(userName), userId, { ifVersion: null })
}

async function putPermissionSets(
  { tx, ids, instance }: Seeding,
  sets: readonly SeedPermissionSet[],
): Promise<Named> {
  const named = new Map<string, string>()
  for (const { name, managedPolicies = [], inlinePolicy, permissionsBoundary, ...set } of sets) {
    const permissionSetId = `ps-${ids.hex(16)}`
    named.set(name, permissionSetId)
    const { sessionDuration: lasts } = set
    await tx.put(permissionSets, scopeOf(instance), permissionSetId, {
      permissionSetId,
      name,
      sessionDuration: lasts === undefined ? defaultSessionDuration : sessionDuration(lasts),
      managedPolicies: [...managedPolicies],
      inlinePolicy: inlinePolicy && JSON.stringify(inlinePolicy),
      permissionsBoundary,
    })
  }
  return named
}

interface Names {
  readonly groupIds: Named
  readonly personIds: Named
  readonly setIds: Named
}

/** The seed was checked before: what an assignment names is there. */
async function putAssignments(
  { tx, instance }: Seeding,
  { account, permissionSet, group, user }: SeedAssignment,
  { groupIds, personIds, setIds }: Names,
): Promise<void> {
  const role = { accountId: account, permissionSetId: setIds.get(permissionSet)! }
  const put = async (principalType: 'USER' | 'GROUP', principalId: string) => {
    const assignment = { ...role, principalType, principalId }
    await tx.put(assignments, scopeOf(instance), assignmentKey(assignment), assignment)
  }
  if (group !== undefined) await put('GROUP', groupIds.get(group)!)
  if (user !== undefined) await put('USER', personIds.get(userNameKey(user))!)
}
