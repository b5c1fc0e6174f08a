/** What IAM's operations ask of IAM, held against the service authorisation reference. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { iam } from '#iam/index.ts'
import type { IamOperations } from '#iam/model/shapes.ts'
import type { AuthorizationCheck } from '#kernel/http/operation.ts'
import { disagreements, keyName, keysOfAction } from '#test/architecture/serviceReference.ts'
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
const group = { GroupName: 'DEVS' }
const profile = { InstanceProfileName: 'WEB' }
const TagKeys = ['team', 'x']
const untagged = { 'aws:TagKeys': TagKeys }
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
  await operate(world, 'CreateGroup', { GroupName: 'Devs', Path: '/g/' })
  await operate(world, 'CreateInstanceProfile', {
    InstanceProfileName: 'Web',
    Path: '/i/',
    Tags,
  })
})
afterAll(() => world.close())

type Row = readonly [
  name: keyof IamOperations,
  input: object,
  resource: string,
  context: Record<string, string[]>,
  /** Further checks; a name: whether it may be tagged. */
  more?: string | readonly AuthorizationCheck[],
]

const anyPolicy = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
const ana = own('user/u/Ana')
const reader = own('role/r/Reader')
const corp = own('saml-provider/corp')
const devs = own('group/g/Devs')
const web = own('instance-profile/i/Web')

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
  ['UpdateUser', user, ana, tagged],
  ['UpdateUser', { ...user, NewPath: '/u/', NewUserName: 'Ana' }, ana, tagged],
  [
    'UpdateUser',
    { ...user, NewUserName: 'Eva' },
    ana,
    tagged,
    [{ action: 'iam:UpdateUser', resource: own('user/u/Eva'), context: tagged }],
  ],
  [
    'UpdateUser',
    { UserName: 'nobody', NewPath: '/v/' },
    own('user/nobody'),
    {},
    [{ action: 'iam:UpdateUser', resource: own('user/v/nobody'), context: {} }],
  ],
  ['TagUser', { ...user, Tags }, ana, { ...tagged, ...asked }],
  ['UntagUser', { ...user, TagKeys }, ana, { ...tagged, ...untagged }],
  ['ListUserTags', user, ana, tagged],
  ['ListGroupsForUser', user, ana, tagged],
  ['CreateGroup', { GroupName: 'n', Path: '/x/' }, own('group/x/n'), {}],
  ['GetGroup', group, devs, {}],
  ['GetGroup', { GroupName: 'nobody' }, own('group/nobody'), {}],
  ['ListGroups', {}, '*', {}],
  [
    'UpdateGroup',
    { ...group, NewPath: '/h/' },
    devs,
    {},
    [{ action: 'iam:UpdateGroup', resource: own('group/h/Devs'), context: {} }],
  ],
  ['DeleteGroup', group, devs, {}],
  ['AddUserToGroup', { ...group, ...user }, devs, {}],
  ['RemoveUserFromGroup', { ...group, ...user }, devs, {}],
  ['PutGroupPolicy', { ...group, PolicyName: 'p', PolicyDocument: allow('s3:*') }, devs, {}],
  ['GetGroupPolicy', { ...group, PolicyName: 'p' }, devs, {}],
  ['ListGroupPolicies', group, devs, {}],
  ['DeleteGroupPolicy', { ...group, PolicyName: 'p' }, devs, {}],
  ['AttachGroupPolicy', { ...group, PolicyArn: readOnly }, devs, { 'iam:PolicyARN': [readOnly] }],
  ['DetachGroupPolicy', { ...group, PolicyArn: readOnly }, devs, { 'iam:PolicyARN': [readOnly] }],
  ['ListAttachedGroupPolicies', group, devs, {}],
  [
    'CreateInstanceProfile',
    { InstanceProfileName: 'n', Path: '/x/', Tags },
    own('instance-profile/x/n'),
    asked,
    'iam:TagInstanceProfile',
  ],
  ['GetInstanceProfile', profile, web, policyTag],
  ['DeleteInstanceProfile', profile, web, policyTag],
  ['ListInstanceProfiles', {}, '*', {}],
  ['ListInstanceProfilesForRole', role, reader, tagged],
  [
    'AddRoleToInstanceProfile',
    { ...profile, ...role },
    web,
    policyTag,
    [
      {
        action: 'iam:PassRole',
        resource: reader,
        context: { ...tagged, 'iam:PassedToService': ['ec2.amazonaws.com'] },
      },
    ],
  ],
  ['RemoveRoleFromInstanceProfile', { ...profile, ...role }, web, policyTag],
  ['TagInstanceProfile', { ...profile, Tags }, web, { ...policyTag, ...asked }],
  ['UntagInstanceProfile', { ...profile, TagKeys }, web, { ...policyTag, ...untagged }],
  ['ListInstanceProfileTags', profile, web, policyTag],
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
  ['GetRole', role, reader, { ...tagged, ...bounded }],
  ['ListRoles', {}, '*', {}],
  ['DeleteRole', role, reader, { ...tagged, ...bounded }],
  ['UpdateRole', role, reader, { ...tagged, ...bounded }],
  ['UpdateRoleDescription', { ...role, Description: 'd' }, reader, { ...tagged, ...bounded }],
  [
    'UpdateAssumeRolePolicy',
    { ...role, PolicyDocument: accountTrust },
    reader,
    { ...tagged, ...bounded },
  ],
  ['TagRole', { ...role, Tags }, reader, { ...tagged, ...asked }],
  ['UntagRole', { ...role, TagKeys }, reader, { ...tagged, ...untagged }],
  ['ListRoleTags', role, reader, tagged],
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
    'CreatePolicyVersion',
    { ...policy, PolicyDocument: allow('s3:*') },
    policy.PolicyArn,
    policyTag,
  ],
  ['SetDefaultPolicyVersion', { ...policy, VersionId: 'v1' }, policy.PolicyArn, policyTag],
  ['DeletePolicyVersion', { ...policy, VersionId: 'v1' }, policy.PolicyArn, policyTag],
  ['ListEntitiesForPolicy', policy, policy.PolicyArn, policyTag],
  ['TagPolicy', { ...policy, Tags }, policy.PolicyArn, { ...policyTag, ...asked }],
  ['UntagPolicy', { ...policy, TagKeys }, policy.PolicyArn, { ...policyTag, ...untagged }],
  ['ListPolicyTags', policy, policy.PolicyArn, policyTag],
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
  ['TagSAMLProvider', { ...provider, Tags }, corp, asked],
  ['UntagSAMLProvider', { ...provider, TagKeys }, corp, untagged],
  ['ListSAMLProviderTags', provider, corp, {}],
  ['CreateAccountAlias', { AccountAlias: 'acme' }, '*', {}],
  ['DeleteAccountAlias', { AccountAlias: 'acme' }, '*', {}],
  ['ListAccountAliases', {}, '*', {}],
  ['GetAccountSummary', {}, '*', {}],
  ['GetAccountAuthorizationDetails', {}, '*', {}],
  [
    'CreateServiceLinkedRole',
    { AWSServiceName: 'sso.amazonaws.com' },
    own('role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO'),
    { 'iam:AWSServiceName': ['sso.amazonaws.com'] },
  ],
]

describe('an operation asks for', () => {
  for (const [name, input, resource, context, more = []] of rows)
    test(`${name} ${JSON.stringify(input)} on ${resource}`, async () => {
      const [check, ...further] = await checksOf(world, name, input as never)
      expect(check).toMatchObject({ action: `iam:${name}`, resource })
      expect(check?.context ?? {}).toEqual(context)
      const tagging = { action: more, resource, context: asked }
      expect(further).toEqual(typeof more === 'string' ? [tagging] : more)
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

describe('the service authorisation reference', () => {
  for (const [name, input] of rows)
    test(`agrees on ${name} ${JSON.stringify(input)}`, async () => {
      const checks = await checksOf(world, name, input as never)
      const wrong = await Promise.all(checks.map(disagreements))
      expect(wrong.flat()).toEqual([])
    })

  test('has no condition key of an action that no request ever carries', async () => {
    const carried = new Map<string, Set<string>>()
    for (const [name, input] of rows)
      for (const { action, context } of await checksOf(world, name, input as never)) {
        const keys = carried.get(action) ?? new Set()
        for (const key of Object.keys(context ?? {})) keys.add(keyName(key))
        carried.set(action, keys)
      }
    const missing: string[] = []
    for (const [action, keys] of carried) {
      const lacking = (await keysOfAction(action)).filter((key) => !keys.has(key))
      missing.push(...lacking.map((key) => `${action} ${key}`))
    }
    expect(missing.filter((each) => !NEVER_CARRIED.test(each))).toEqual([])
  })
})

/** Keys of what this API has no member for: AWS's own role templates, and resources of other services. */
const NEVER_CARRIED = / iam:(?:roletemplatearn|associatedresourcearn)$/
