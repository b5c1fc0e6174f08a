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
  for (const { attachedPolicies, permissionsBoundary, inlinePolicies } of [
    ...everyUser,
    ...everyRole,
  ]) {
    for (const arn of attachedPolicies) expect(policies).toContain(arn)
    if (permissionsBoundary !== undefined) expect(policies).toContain(permissionsBoundary)
    expect(new Set(attachedPolicies).size).toBe(attachedPolicies.length)
    expect(new Set(inlinePolicies.map(({ name }) => name)).size).toBe(inlinePolicies.length)
  }
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
