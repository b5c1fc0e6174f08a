import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HopError } from '#kernel/hops/hopError.ts'
import { accountTrust, operate } from '../operate.ts'
import { ACCOUNT, startWorld, type World } from '../world.ts'

const scope = { date: '20261124', region: 'us-east-1', service: 's3' }
const bob = `arn:aws:iam::${ACCOUNT}:user/bob`
const reader = `arn:aws:iam::${ACCOUNT}:role/Reader`

const allowTo = (Principal: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
    ],
  })

describe.each(['local', 'http'] as const)('over %s, IAM', (hops) => {
  let world: World
  beforeEach(async () => {
    world = await startWorld({ hops })
    await operate(world, 'CreateUser', { UserName: 'bob' })
    await operate(world, 'CreateRole', {
      RoleName: 'Reader',
      AssumeRolePolicyDocument: accountTrust,
    })
  })
  afterEach(() => world.close())

  const policies = () => world.ports('s3').policies
  const read = async (document: string) =>
    (await policies().readResourcePolicy({ document, accountId: ACCOUNT })).statement.body
  const refusal = async (document: string) => {
    const error = await read(document).catch((failure) => failure)
    return error instanceof HopError
      ? [error.refusal?.code, error.refusal?.message]
      : 'nothing was refused'
  }

  test('reads the policy of another service’s resource, and says whom it names', async () => {
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: [bob, ACCOUNT], Service: 'sns.amazonaws.com' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::reports/*',
          Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:PrincipalTag/team': ['a*', 'b'] } },
        },
        {
          Effect: 'Deny',
          NotPrincipal: { AWS: reader },
          NotAction: ['s3:ListBucket'],
          NotResource: ['arn:aws:s3:::reports'],
        },
      ],
    })
    const { statements, principals } = await read(document)
    expect(statements).toEqual([
      {
        effect: 'Allow',
        principal: {
          negated: false,
          values: [
            { type: 'AWS', name: bob },
            { type: 'AWS', name: ACCOUNT },
            { type: 'Service', name: 'sns.amazonaws.com' },
          ],
        },
        action: { negated: false, values: ['s3:GetObject'] },
        resource: { negated: false, values: ['arn:aws:s3:::reports/*'] },
        conditions: [
          {
            operator: 'ForAnyValue:StringLikeIfExists',
            key: 'aws:PrincipalTag/team',
            values: ['a*', 'b'],
          },
        ],
      },
      {
        effect: 'Deny',
        principal: { negated: true, values: [{ type: 'AWS', name: reader }] },
        action: { negated: true, values: ['s3:ListBucket'] },
        resource: { negated: true, values: ['arn:aws:s3:::reports'] },
        conditions: [],
      },
    ])
    expect(principals).toEqual([
      { arn: bob, id: expect.stringMatching(/^AIDA/) },
      { arn: reader, id: expect.stringMatching(/^AROA/) },
    ])
  })

  test.each([
    ['{', 'This policy contains invalid Json'],
    [allowTo({ AWS: `arn:aws:iam::${ACCOUNT}:user/none` }), 'Invalid principal in policy'],
    [allowTo({ AWS: 'AIDAEXAMPLEEXAMPLEXX' }), 'Invalid principal in policy'],
    [allowTo({}), 'Missing required field Principal cannot be empty!'],
  ])('refuses %s', async (document, message) => {
    expect(await refusal(document)).toEqual(['MalformedPolicyDocument', message])
  })

  test('shows who was deleted by their unique id, and a namesake is not meant', async () => {
    const document = allowTo({ AWS: [bob, reader] })
    const { principals } = await read(document)
    const now = async () =>
      (await policies().currentDocument({ document, principals })).statement.body.document
    expect(await now()).toBe(document)

    expect(await mayBob({ document, principals })).toBe('Allow')
    await forgetBob()
    await operate(world, 'CreateUser', { UserName: 'bob' })
    expect(JSON.parse(await now()).Statement[0].Principal.AWS).toEqual([principals[0]!.id, reader])
    expect(await mayBob({ document, principals })).toBe('Deny')
  })

  async function mayBob(policy: object): Promise<string> {
    const { credentials, authorization } = world.ports('s3')
    const accessKeyId = await keyOfBob()
    const { statement } = await credentials.resolveCaller({ accessKeyId, scope })
    const answer = await authorization.authorize({
      caller: statement.jws ?? statement,
      context: {},
      checks: [
        {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::reports/a',
          resourceAccountId: ACCOUNT,
          resourcePolicy: { name: 'BucketPolicy', document: '', ...policy },
        },
      ],
    })
    return answer.statement.body.decisions[0]!.decision
  }

  async function keyOfBob(): Promise<string> {
    const { AccessKey } = await operate(world, 'CreateAccessKey', { UserName: 'bob' })
    return AccessKey.AccessKeyId
  }

  async function forgetBob(): Promise<void> {
    const { AccessKeyMetadata } = await operate(world, 'ListAccessKeys', { UserName: 'bob' })
    for (const { AccessKeyId } of AccessKeyMetadata)
      await operate(world, 'DeleteAccessKey', { UserName: 'bob', AccessKeyId: AccessKeyId! })
    await operate(world, 'DeleteUser', { UserName: 'bob' })
  }
})
