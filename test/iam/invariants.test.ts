/** Whatever is done in whatever order, what IAM holds fits together. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IamOperations } from '#iam/model/shapes.ts'
import { managedPolicies } from '#iam/policy/managed/index.ts'
import {
  accessKeys,
  accountKey,
  accounts,
  customerPolicies,
  groups,
  instanceProfiles,
  nameKey,
  renamedUsers,
  roles,
  scopeOf,
  users,
} from '#iam/state.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Collection } from '#kernel/store/store.ts'
import { accountTrust, admin, allow, operate, root, ssoOf, trust } from './operate.ts'
import { ACCOUNT, startWorld, type World } from './world.ts'

interface Step {
  readonly name: keyof IamOperations
  readonly input: object
  readonly caller: Caller
}

const UserName = fc.constantFrom('ana', 'Bob', 'ANA')
const RoleName = fc.constantFrom('reader', 'Writer', 'AWSServiceRoleForSSO')
const PolicyName = fc.constantFrom('p', 'P', 'q')
const GroupName = fc.constantFrom('devs', 'Ops', 'OPS')
const InstanceProfileName = fc.constantFrom('web', 'Db')
const VersionId = fc.constantFrom('v1', 'v2', 'v3')
const Tags = fc.uniqueArray(fc.constantFrom('k', 'K', 'l'), {
  selector: (key) => key.toLowerCase(),
})
const own = (name: string) => `arn:aws:iam::${ACCOUNT}:policy/${name}`
const PolicyArn = fc.constantFrom(own('p'), own('q'), 'arn:aws:iam::aws:policy/ReadOnlyAccess')
const PolicyDocument = fc.constantFrom(allow('s3:*'), allow('iam:*'), '{')
const trusts = fc.constantFrom(
  accountTrust,
  trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/ana` }),
  trust({ AWS: `arn:aws:iam::${ACCOUNT}:role/reader` }),
)
const user = { UserName }
const role = { RoleName }
const group = { GroupName }
const profile = { InstanceProfileName }
const boundary = { PermissionsBoundary: PolicyArn }
const inline = { PolicyName, PolicyDocument }
/** By its place among the keys that were made. */
const key = { AccessKeyId: fc.nat(5) }

const inputs: Partial<Record<keyof IamOperations, Record<string, fc.Arbitrary<unknown>>>> = {
  CreateUser: user,
  DeleteUser: user,
  CreateAccessKey: user,
  UpdateAccessKey: { ...user, ...key, Status: fc.constantFrom('Active', 'Inactive') },
  DeleteAccessKey: { ...user, ...key },
  PutUserPolicy: { ...user, ...inline },
  DeleteUserPolicy: { ...user, PolicyName },
  AttachUserPolicy: { ...user, PolicyArn },
  DetachUserPolicy: { ...user, PolicyArn },
  PutUserPermissionsBoundary: { ...user, ...boundary },
  DeleteUserPermissionsBoundary: user,
  CreateRole: { ...role, AssumeRolePolicyDocument: trusts },
  DeleteRole: role,
  UpdateAssumeRolePolicy: { ...role, PolicyDocument: trusts },
  PutRolePolicy: { ...role, ...inline },
  DeleteRolePolicy: { ...role, PolicyName },
  AttachRolePolicy: { ...role, PolicyArn },
  DetachRolePolicy: { ...role, PolicyArn },
  PutRolePermissionsBoundary: { ...role, ...boundary },
  DeleteRolePermissionsBoundary: role,
  CreatePolicy: inline,
  DeletePolicy: { PolicyArn },
  UpdateUser: { ...user, NewUserName: UserName },
  TagUser: { ...user, Tags: Tags.map((keys) => keys.map((Key) => ({ Key, Value: 'v' }))) },
  UntagUser: { ...user, TagKeys: Tags },
  CreateGroup: group,
  UpdateGroup: { ...group, NewGroupName: GroupName },
  DeleteGroup: group,
  AddUserToGroup: { ...group, ...user },
  RemoveUserFromGroup: { ...group, ...user },
  PutGroupPolicy: { ...group, ...inline },
  DeleteGroupPolicy: { ...group, PolicyName },
  AttachGroupPolicy: { ...group, PolicyArn },
  DetachGroupPolicy: { ...group, PolicyArn },
  CreateInstanceProfile: profile,
  DeleteInstanceProfile: profile,
  AddRoleToInstanceProfile: { ...profile, ...role },
  RemoveRoleFromInstanceProfile: { ...profile, ...role },
  CreatePolicyVersion: { PolicyArn, PolicyDocument, SetAsDefault: fc.boolean() },
  SetDefaultPolicyVersion: { PolicyArn, VersionId },
  DeletePolicyVersion: { PolicyArn, VersionId },
  GetAccountAuthorizationDetails: {},
  GetRole: role,
  ListRoles: {},
}

const step: fc.Arbitrary<Step> = fc.oneof(
  ...Object.entries(inputs).map(([name, members]) =>
    fc.record({
      name: fc.constant(name as keyof IamOperations),
      input: fc.record(members),
      caller: fc.constantFrom(admin, root, ssoOf(ACCOUNT)),
    }),
  ),
)

/** Something to work on from the first step. */
const beginning: readonly Step[] = (
  [
    ['CreateUser', { UserName: 'ana' }],
    ['CreateRole', { RoleName: 'reader', AssumeRolePolicyDocument: accountTrust }],
    ['CreateGroup', { GroupName: 'devs' }],
    ['CreateInstanceProfile', { InstanceProfileName: 'web' }],
    ['CreatePolicy', { PolicyName: 'p', PolicyDocument: allow('s3:*') }],
    ['CreatePolicy', { PolicyName: 'q', PolicyDocument: allow('s3:*') }],
  ] as const
).map(([name, input]) => ({ name, input, caller: admin }))

async function take(world: World, made: string[], { name, input, caller }: Step) {
  const { AccessKeyId: place } = input as { AccessKeyId?: number }
  const id = made[(place ?? 0) % Math.max(made.length, 1)] ?? 'AKIAIOSFODNN7EXAMPLE'
  const given = place === undefined ? input : { ...input, AccessKeyId: id }
  try {
    const output = await operate(world, name, given as never, caller)
    if (output && 'AccessKey' in output) made.push(output.AccessKey.AccessKeyId)
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
  }
}

const valuesOf = async <T>(world: World, collection: Collection<T>): Promise<T[]> =>
  (await world.store.list(collection, scopeOf(ACCOUNT))).map(({ value }) => value)

async function check(world: World): Promise<void> {
  const policies = new Set([
    ...managedPolicies.keys(),
    ...(await valuesOf(world, customerPolicies)).map(({ arn }) => arn),
  ])
  const everyUser = await valuesOf(world, users)
  const everyRole = await valuesOf(world, roles)
  const everyGroup = await valuesOf(world, groups)
  for (const { permissionsBoundary } of [...everyUser, ...everyRole])
    if (permissionsBoundary !== undefined) expect(policies).toContain(permissionsBoundary)
  for (const { attachedPolicies, inlinePolicies } of [...everyUser, ...everyGroup, ...everyRole]) {
    for (const arn of attachedPolicies) expect(policies).toContain(arn)
    expect(new Set(attachedPolicies).size).toBe(attachedPolicies.length)
    expect(new Set(inlinePolicies.map(({ name }) => name)).size).toBe(inlinePolicies.length)
  }
  await checkMembers(world)
  await checkVersions(world)
  const account = await world.store.get(accounts, scopeOf(ACCOUNT), accountKey)
  const listed = [...everyUser, account!.value].flatMap(({ accessKeyIds }) => accessKeyIds)
  const kept = await valuesOf(world, accessKeys)
  expect(kept.map(({ id }) => id).sort()).toEqual([...listed].sort())
  for (const { accessKeyIds } of everyUser) expect(accessKeyIds.length).toBeLessThanOrEqual(2)
  const ids = new Map(everyUser.map(({ id, name }) => [name, id]))
  for (const { user: owner } of kept) if (owner) expect(ids.get(owner.name)).toBe(owner.id)
  const linked = everyRole.filter(({ linkedService }) => linkedService !== undefined)
  expect(linked.map(({ attachedPolicies }) => attachedPolicies)).toEqual([
    ['arn:aws:iam::aws:policy/aws-service-role/AWSSSOServiceRolePolicy'],
  ])
}

async function checkMembers(world: World): Promise<void> {
  const keysOf = (entities: readonly { name: string }[]) =>
    entities.map(({ name }) => nameKey(name))
  const everyUser = await valuesOf(world, users)
  const groupKeys = keysOf(await valuesOf(world, groups))
  const roleKeys = keysOf(await valuesOf(world, roles))
  for (const member of everyUser) {
    for (const key of member.groups) expect(groupKeys).toContain(key)
    expect(new Set(member.groups).size).toBe(member.groups.length)
    const tagKeys = member.tags.map(({ Key }) => Key.toLowerCase())
    expect(new Set(tagKeys).size).toBe(tagKeys.length)
  }
  for (const { role: held } of await valuesOf(world, instanceProfiles))
    if (held !== undefined) expect(roleKeys).toContain(held)
  const ids = new Map(everyUser.map(({ id, arn }) => [id, arn]))
  for (const { key, value } of await world.store.list(renamedUsers, scopeOf(ACCOUNT)))
    expect(ids.get(key)).toBe(value)
}

async function checkVersions(world: World): Promise<void> {
  for (const policy of await valuesOf(world, customerPolicies)) {
    const ids = policy.versions.map(({ id }) => id)
    expect(ids).toContain(policy.defaultVersionId)
    expect(ids.length).toBeLessThanOrEqual(5)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(Number(id.slice(1))).toBeLessThanOrEqual(policy.versionsMade)
  }
}

describe('any sequence of operations', () => {
  test('leaves no attachment, boundary or key without what it belongs to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
        const world = await startWorld()
        try {
          const made: string[] = []
          for (const each of [...beginning, ...steps]) await take(world, made, each)
          await check(world)
        } finally {
          await world.close()
        }
      }),
      { numRuns: 60 },
    )
  })
})
