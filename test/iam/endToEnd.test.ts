/** IAM as a client sees it: AWS's SDK over HTTP, every signature checked, every permission asked for. */
import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteUserCommand,
  DetachRolePolicyCommand,
  GetAccountSummaryCommand,
  GetRoleCommand,
  GetUserCommand,
  IAMClient,
  ListDelegationRequestsCommand,
  ListUsersCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListUsers,
  RemoveUserFromGroupCommand,
  TagUserCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { START } from '#kernel/store/store.ts'
import { accountTrust, allow } from './operate.ts'
import { ACCOUNT, startWorld, type World } from './world.ts'

let world: World
let admin: IAMClient

const clients: { destroy(): void }[] = []
const connect = (credentials: {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}) => {
  const shared = { region: 'eu-west-1', credentials, maxAttempts: 1 }
  const iam = new IAMClient({ ...shared, endpoint: world.endpoints['iam']! })
  const sts = new STSClient({ ...shared, endpoint: world.endpoints['sts']! })
  clients.push(iam, sts)
  return { iam, sts }
}

beforeAll(async () => {
  world = await startWorld({ realTime: true, hops: 'http' })
  await world.listen()
  admin = connect({ accessKeyId: 'test', secretAccessKey: 'test' }).iam
})
afterAll(async () => {
  for (const client of clients) client.destroy()
  await world.close()
})

const outcomes = async (): Promise<readonly Outcome[]> =>
  (await world.store.changes('*', START, 100_000)).flatMap((change) => change.outcomes)
const lastOutcome = async (name: string) =>
  (await outcomes()).findLast(({ eventName }) => eventName === name)

const failure = async (sending: Promise<unknown>) => {
  const error = (await sending.catch((thrown) => thrown)) as Error & {
    $metadata?: { httpStatusCode?: number; attempts?: number }
  }
  return { name: error.name, message: error.message, status: error.$metadata?.httpStatusCode }
}

/** A user with one inline policy, connected by a key of its own. */
const userAllowed = async (UserName: string, document: string) => {
  await admin.send(new CreateUserCommand({ UserName }))
  await admin.send(
    new PutUserPolicyCommand({ UserName, PolicyName: 'p', PolicyDocument: document }),
  )
  const { AccessKey } = await admin.send(new CreateAccessKeyCommand({ UserName }))
  const { AccessKeyId = '', SecretAccessKey = '' } = AccessKey!
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey }
  return { ...connect(credentials), key: AccessKey! }
}

describe('a role', () => {
  test('is made, assumed, used and gone, and its sessions with it', async () => {
    const { Role } = await admin.send(
      new CreateRoleCommand({
        RoleName: 'Auditor',
        Path: '/teams/',
        AssumeRolePolicyDocument: accountTrust,
        Tags: [{ Key: 'team', Value: 'blue' }],
      }),
    )
    expect(JSON.parse(decodeURIComponent(Role!.AssumeRolePolicyDocument!))).toEqual(
      JSON.parse(accountTrust),
    )
    const PolicyArn = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess'
    await admin.send(new AttachRolePolicyCommand({ RoleName: 'Auditor', PolicyArn }))

    const ana = await userAllowed('ana', allow('sts:AssumeRole'))
    const { Credentials } = await ana.sts.send(
      new AssumeRoleCommand({ RoleArn: Role!.Arn!, RoleSessionName: 'ana' }),
    )
    const session = connect({
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
    }).iam
    const { User } = await session.send(new GetUserCommand({ UserName: 'ana' }))
    expect(User?.UserName).toBe('ana')
    expect(await failure(session.send(new CreateUserCommand({ UserName: 'x' })))).toEqual({
      name: 'AccessDenied',
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/Auditor/ana is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${ACCOUNT}:user/x because no identity-based policy allows the iam:CreateUser action`,
      status: 403,
    })

    await admin.send(new DetachRolePolicyCommand({ RoleName: 'Auditor', PolicyArn }))
    await admin.send(new DeleteRoleCommand({ RoleName: 'Auditor' }))
    expect(await failure(session.send(new ListUsersCommand({})))).toEqual({
      name: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
      status: 403,
    })
  })

  test('shows when it was last used', async () => {
    const { Role } = await admin.send(
      new CreateRoleCommand({ RoleName: 'Used', AssumeRolePolicyDocument: accountTrust }),
    )
    const bob = await userAllowed('bob', allow('sts:AssumeRole'))
    const { Credentials } = await bob.sts.send(
      new AssumeRoleCommand({ RoleArn: Role!.Arn!, RoleSessionName: 'bob' }),
    )
    const session = connect({
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
    }).iam
    await failure(session.send(new ListUsersCommand({})))
    await vi.waitFor(async () => {
      const shown = await admin.send(new GetRoleCommand({ RoleName: 'Used' }))
      expect(shown.Role?.RoleLastUsed?.Region).toBe('us-east-1')
    })
  })
})

describe('a group', () => {
  test('lets its users do what it may, as long as they are in it', async () => {
    const fay = await userAllowed('fay', allow('s3:*'))
    const inGroup = { GroupName: 'readers', UserName: 'fay' }
    await admin.send(new CreateGroupCommand({ GroupName: 'readers' }))
    await admin.send(
      new PutGroupPolicyCommand({
        GroupName: 'readers',
        PolicyName: 'reads',
        PolicyDocument: allow('iam:List*'),
      }),
    )
    const list = () => fay.iam.send(new ListUsersCommand({}))
    expect(await failure(list())).toMatchObject({ name: 'AccessDenied', status: 403 })
    await admin.send(new AddUserToGroupCommand(inGroup))
    await list()
    await admin.send(new RemoveUserFromGroupCommand(inGroup))
    expect(await failure(list())).toMatchObject({ name: 'AccessDenied', status: 403 })
  })
})

describe('a role in an instance profile', () => {
  test('is put there by those who may pass it', async () => {
    const gus = await userAllowed('gus', allow('iam:AddRoleToInstanceProfile'))
    const RoleName = 'Server'
    await admin.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: accountTrust }))
    await admin.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'web' }))
    const fill = () =>
      gus.iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'web', RoleName }))
    expect(await failure(fill())).toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:iam::${ACCOUNT}:user/gus is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/Server because no identity-based policy allows the iam:PassRole action`,
    })
    await admin.send(
      new PutUserPolicyCommand({
        UserName: 'gus',
        PolicyName: 'pass',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: `arn:aws:iam::${ACCOUNT}:role/Server`,
            Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
          },
        }),
      }),
    )
    await fill()
  })
})

describe('tags that somebody adds', () => {
  test('are bound by the conditions on them', async () => {
    const hal = await userAllowed(
      'hal',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: 'iam:TagUser',
          Resource: '*',
          Condition: {
            StringEquals: { 'aws:RequestTag/team': 'blue' },
            'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
          },
        },
      }),
    )
    const tag = (...keys: string[]) =>
      hal.iam.send(
        new TagUserCommand({
          UserName: 'hal',
          Tags: keys.map((Key) => ({ Key, Value: 'blue' })),
        }),
      )
    await tag('team')
    expect(await failure(tag('team', 'more'))).toMatchObject({ name: 'AccessDenied' })
  })
})

describe('an account', () => {
  test('is told in numbers, and in pages of details', async () => {
    const { SummaryMap } = await admin.send(new GetAccountSummaryCommand({}))
    const seen: (string | undefined)[] = []
    const pages = paginateGetAccountAuthorizationDetails({ client: admin, pageSize: 3 }, {})
    for await (const { UserDetailList = [] } of pages)
      seen.push(...UserDetailList.map(({ UserName }) => UserName))
    expect(SummaryMap?.['Users']).toBe(seen.length)
    expect(seen).toContain('admin')
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('a key', () => {
  test('is refused once it is inactive', async () => {
    const carl = await userAllowed('carl', allow('iam:GetUser'))
    await carl.iam.send(new GetUserCommand({}))
    await admin.send(
      new UpdateAccessKeyCommand({
        UserName: 'carl',
        AccessKeyId: carl.key.AccessKeyId!,
        Status: 'Inactive',
      }),
    )
    expect(await failure(carl.iam.send(new GetUserCommand({})))).toMatchObject({
      name: 'InvalidClientTokenId',
      status: 403,
    })
  })

  test('has its secret in no record', async () => {
    const { key } = await userAllowed('dora', allow('iam:*'))
    expect(JSON.stringify(await outcomes())).not.toContain(key.SecretAccessKey)
    expect((await lastOutcome('CreateAccessKey'))?.responseElements).toEqual({
      accessKey: {
        userName: 'dora',
        accessKeyId: key.AccessKeyId,
        status: 'Active',
        createDate: expect.stringMatching(/^\w{3} \d+, \d{4}, \d+:\d\d:\d\d [AP]M$/),
      },
    })
  })
})

describe('the root user', () => {
  test('is shown without name and path', async () => {
    const credentials = { accessKeyId: 'AKIAROOTROOTROOT0001', secretAccessKey: 'root-secret' }
    const { User } = await connect(credentials).iam.send(new GetUserCommand({}))
    expect(User).toMatchObject({ UserId: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:root` })
    expect(User).not.toHaveProperty('UserName')
  })
})

describe('a refusal', () => {
  test('changes nothing and is on record', async () => {
    const eva = await userAllowed('eva', allow('iam:GetUser'))
    expect(await failure(eva.iam.send(new DeleteUserCommand({ UserName: 'eva' })))).toMatchObject({
      name: 'AccessDenied',
    })
    await admin.send(new GetUserCommand({ UserName: 'eva' }))
    expect(await lastOutcome('DeleteUser')).toMatchObject({
      account: ACCOUNT,
      region: 'us-east-1',
      eventSource: 'iam.amazonaws.com',
      errorCode: 'AccessDenied',
      requestParameters: { userName: 'eva' },
      responseElements: null,
      readOnly: false,
      caller: { type: 'IAMUser', userName: 'eva' },
    })
  })

  test.each([
    [new GetUserCommand({ UserName: 'nobody' }), 'NoSuchEntityException', 404],
    [new CreateUserCommand({ UserName: 'ADMIN' }), 'EntityAlreadyExistsException', 409],
    [
      new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: '{' }),
      'MalformedPolicyDocumentException',
      400,
    ],
    [new DeleteUserCommand({ UserName: 'admin' }), 'DeleteConflictException', 409],
    [
      new DeleteRoleCommand({ RoleName: 'AWSServiceRoleForSSO' }),
      'UnmodifiableEntityException',
      400,
    ],
    [new ListDelegationRequestsCommand({}), 'NotImplemented', 501],
  ])('%# comes by its name and status', async (command, name, status) => {
    expect(await failure(admin.send(command as never))).toMatchObject({ name, status })
  })

  test('of a wrong secret comes before everything else', async () => {
    const { iam } = connect({ accessKeyId: 'test', secretAccessKey: 'wrong' })
    expect(await failure(iam.send(new GetUserCommand({ UserName: 'nobody' })))).toMatchObject({
      name: 'SignatureDoesNotMatch',
      status: 403,
    })
  })
})

describe('the journal', () => {
  test('says null of what was answered with nothing, and all of what was asked', async () => {
    await admin.send(
      new CreateRoleCommand({ RoleName: 'Noted', AssumeRolePolicyDocument: accountTrust }),
    )
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    await admin.send(new AttachRolePolicyCommand({ RoleName: 'Noted', PolicyArn }))
    expect(await lastOutcome('AttachRolePolicy')).toMatchObject({
      requestParameters: { roleName: 'Noted', policyArn: PolicyArn },
      responseElements: null,
    })
    expect(await lastOutcome('CreateRole')).toMatchObject({
      requestParameters: { roleName: 'Noted', assumeRolePolicyDocument: accountTrust },
      responseElements: { role: { roleName: 'Noted', path: '/' } },
    })
  })
})

describe('a list', () => {
  test("is walked by the SDK's paginator, page by page", async () => {
    for (let i = 0; i < 7; i++)
      await admin.send(new CreateUserCommand({ UserName: `page-${i}`, Path: '/pages/' }))
    const seen: (string | undefined)[] = []
    const pages = paginateListUsers({ client: admin, pageSize: 3 }, { PathPrefix: '/pages/' })
    for await (const { Users = [] } of pages) seen.push(...Users.map(({ UserName }) => UserName))
    expect(seen).toEqual(Array.from({ length: 7 }, (_, i) => `page-${i}`))
  })
})
