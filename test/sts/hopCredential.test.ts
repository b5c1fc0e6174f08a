/** A service that calls STS in its own name: what its credential opens, and that it opens nothing else. */
import { CreateRoleCommand, ListRolesCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHopCredentials } from '#kernel/hops/hopCredential.ts'
import { startSandbox } from '#sandbox/index.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import { type Keys, stsOf } from '../sandbox/clients.ts'
import {
  ACCOUNT,
  createRole,
  identityCenterIn,
  OTHER,
  policy,
  refusalOf,
  rootOf,
  startWorld,
  trusting,
  type World,
} from './world.ts'

let world: World
let hop: Keys
beforeAll(async () => {
  world = await startWorld()
  hop = hopKeys()
})
afterAll(() => world.close())

function hopKeys(now = world.clock.now()): Keys {
  const { accessKeyId, secretAccessKey } = createHopCredentials(
    world.identityCenter.serviceKeys,
  ).issue('sts', now)
  return { accessKeyId, secretAccessKey }
}

const linkedRole = (
  account: string,
  service = 'sso.amazonaws.com',
  name = 'AWSServiceRoleForSSO',
) => `arn:aws:iam::${account}:role/aws-service-role/${service}/${name}`

const assume = (keys: Keys, RoleArn: string) =>
  world.sts(keys).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'sso' }))

const unknownKey = {
  code: 'InvalidClientTokenId',
  status: 403,
  message: 'The security token included in the request is invalid.',
}

const mayNot = (action: string) => ({
  code: 'AccessDenied',
  status: 403,
  message: `User: sso.amazonaws.com is not authorized to perform: sts:${action}`,
})

describe('a hop credential', () => {
  test.each([ACCOUNT, OTHER])(
    'opens the role that is linked to its service, in any account (%s)',
    async (account) => {
      const made = await assume(hop, linkedRole(account))
      expect(made.AssumedRoleUser!.Arn).toBe(
        `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForSSO/sso`,
      )
    },
  )

  test('opens no other role, though it trusts the service', async () => {
    const trust = {
      Effect: 'Allow',
      Principal: { Service: 'sso.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }
    const role = await createRole(world, { trust: [trust] })
    expect(await refusalOf(assume(hop, role))).toEqual(mayNot('AssumeRole'))
    expect(
      await refusalOf(assume(hop, linkedRole(ACCOUNT, 'elasticmapreduce.amazonaws.com'))),
    ).toEqual(mayNot('AssumeRole'))
    expect(await refusalOf(assume(hop, linkedRole(ACCOUNT, undefined, 'None')))).toMatchObject({
      code: 'AccessDenied',
    })
  })

  test('does not even say who it is', async () => {
    const asked = world.sts(hop).send(new GetCallerIdentityCommand({}))
    expect(await refusalOf(asked)).toEqual(mayNot('GetCallerIdentity'))
  })

  test('is checked like any signature', async () => {
    expect(
      await refusalOf(assume({ ...hop, secretAccessKey: 'x' }, linkedRole(ACCOUNT))),
    ).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
  })

  test.each([
    ['of a service that STS knows nothing of', 'HOP_s3_sts_ABC'],
    ['for another owner', 'HOP_identity-center_iam_ABC'],
    ['of no service at all', 'HOP_nobody_sts_ABC'],
    ['of long ago', 'HOP_identity-center_sts_1'],
    ['of a day that comes', 'HOP_identity-center_sts_ZZZZZZ'],
  ])('is an unknown key %s', async (_, accessKeyId) => {
    expect(await refusalOf(assume({ ...hop, accessKeyId }, linkedRole(ACCOUNT)))).toEqual(
      unknownKey,
    )
  })

  test('ends after a quarter of an hour of the sandbox', async () => {
    const keys = hopKeys()
    await world.clock.advance(16 * 60_000)
    expect(await refusalOf(assume(keys, linkedRole(ACCOUNT)))).toEqual(unknownKey)
    expect(await refusalOf(assume(hopKeys(), linkedRole(ACCOUNT)))).toBe('no refusal')
    await world.clock.restore(0)
  })

  test('is no key to IAM', async () => {
    expect(await refusalOf(world.iam(ACCOUNT, hop).send(new ListRolesCommand({})))).toEqual(
      unknownKey,
    )
  })
})

test('a linked role is opened by nobody else', async () => {
  const refused = await refusalOf(
    world
      .sts()
      .send(new AssumeRoleCommand({ RoleArn: linkedRole(ACCOUNT), RoleSessionName: 'eve' })),
  )
  expect(refused).toMatchObject({ code: 'AccessDenied', status: 403 })
})

test('what its session does is done by the service, in the journal and in the recording', async () => {
  const keys = await identityCenterIn(world)
  await world.iam(ACCOUNT, keys).send(
    new CreateRoleCommand({
      RoleName: 'AWSReservedSSO_Seen_1',
      Path: '/aws-reserved/sso.amazonaws.com/',
      AssumeRolePolicyDocument: policy(trusting(rootOf(ACCOUNT))),
    }),
  )
  const outcomes = await world.journal()
  expect(outcomes.slice(-2)).toMatchObject([
    {
      eventName: 'AssumeRole',
      caller: { type: 'AWSService', invokedBy: 'sso.amazonaws.com' },
      sourceIp: 'sso.amazonaws.com',
    },
    {
      eventName: 'CreateRole',
      caller: { type: 'AssumedRole', invokedBy: 'sso.amazonaws.com' },
      userAgent: 'sso.amazonaws.com',
    },
  ])
  const requests = world.services.recorder!.events().filter((event) => event.kind === 'request')
  expect(requests.slice(-2)).toMatchObject([
    { from: 'identity-center', to: 'sts' },
    { from: 'identity-center', to: 'iam' },
  ])
})

describe('at the gateway it is worth nothing', () => {
  test('in one process', async () => {
    const { sandbox, services } = await openInOneProcess({})
    const { serviceKeys, clock } = services.running.get('identity-center')!.service.context
    const keys = createHopCredentials(serviceKeys).issue('sts', clock.now())
    const asked = (endpoint?: string) => {
      const client = stsOf(sandbox, { ...keys }, endpoint)
      return refusalOf(
        client.send(
          new AssumeRoleCommand({ RoleArn: linkedRole('222222222222'), RoleSessionName: 'sso' }),
        ),
      ).finally(() => client.destroy())
    }
    expect(await asked()).toEqual(unknownKey)
    expect(await asked(sandbox.endpoints['sts'])).toBe('no refusal')
    await sandbox.close()
  })

  test('whatever it is', async () => {
    const sandbox = await startSandbox()
    const client = stsOf(sandbox, {
      accessKeyId: 'HOP_identity-center_sts_ABC',
      secretAccessKey: 'x',
    })
    expect(await refusalOf(client.send(new GetCallerIdentityCommand({})))).toEqual(unknownKey)
    client.destroy()
    await sandbox.close()
  })
})
