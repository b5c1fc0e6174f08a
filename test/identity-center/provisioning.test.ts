import {
  AttachRolePolicyCommand,
  DeleteRoleCommand,
  DeleteSAMLProviderCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetSAMLProviderCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolesCommand,
  ListSAMLProvidersCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateSAMLProviderCommand,
} from '@aws-sdk/client-iam'
import { GetRoleCredentialsCommand, ListAccountsCommand } from '@aws-sdk/client-sso'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IdentityCenterKeys } from '#identity-center/api.ts'
import { portalIssuerOf } from '#identity-center/instance.ts'
import { putToken } from '#identity-center/sessions/accessTokens.ts'
import { putSession } from '#identity-center/sessions/portalSessions.ts'
import { provisionedRoles, scopeOf, secretKey, userIds } from '#identity-center/state.ts'
import { readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { accountAdmin, sandbox, seed, workloads } from './seed.ts'
import { createWorld, type World } from './world.ts'

const iamOf = ({ endpoints }: World) =>
  new IAMClient({
    region: 'us-east-1',
    endpoint: endpoints['iam']!,
    credentials: accountAdmin,
    maxAttempts: 1,
  })

const reservedRoles = async (world: World) =>
  (await iamOf(world).send(new ListRolesCommand({ PathPrefix: '/aws-reserved/' }))).Roles!

const provisioningOf = ({ services }: World) =>
  (services.running.get('identity-center')!.service.context.keys as IdentityCenterKeys).provisioning

const credentials = (world: World, accessToken: string, roleName = 'BucketCreator') =>
  world.portal.send(new GetRoleCredentialsCommand({ accessToken, accountId: workloads, roleName }))

/** What follows a sign-in in the background is done when it is done. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it never became so')
}

describe('before anybody has signed in', () => {
  test('nothing is made in the accounts', async () => {
    const world = await createWorld()
    try {
      expect(await reservedRoles(world)).toEqual([])
    } finally {
      await world.close()
    }
  })
})

describe('a person signs in', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
    await world.signedIn()
    await eventually(async () => (await reservedRoles(world)).length === 3)
    await provisioningOf(world).settled()
  })
  afterAll(() => world.close())

  const roleOf = async (permissionSet: string) => {
    const roles = await reservedRoles(world)
    const { RoleName } = roles.find((each) => each.RoleName?.includes(`_${permissionSet}_`))!
    return (await iamOf(world).send(new GetRoleCommand({ RoleName }))).Role!
  }
  const providerOf = async () =>
    (await iamOf(world).send(new ListSAMLProvidersCommand({}))).SAMLProviderList!

  test('and each permission set that is assigned in their accounts becomes a role there', async () => {
    const names = (await reservedRoles(world)).map(({ RoleName }) => RoleName!)
    expect(names.sort()).toEqual([
      expect.stringMatching(/^AWSReservedSSO_BucketCreator_[0-9a-f]{16}$/),
      expect.stringMatching(/^AWSReservedSSO_ReadOnly_[0-9a-f]{16}$/),
      expect.stringMatching(/^AWSReservedSSO_RoleReader_[0-9a-f]{16}$/),
    ])
    const records = await world.store.list(provisionedRoles, scopeOf(world.instance))
    const shown = records.map(({ key, value: { roleName, status } }) =>
      [key.slice(0, 12), roleName.split('_')[1], status].join(' '),
    )
    expect(shown.sort()).toEqual([
      `${workloads} BucketCreator SUCCEEDED`,
      `${workloads} ReadOnly SUCCEEDED`,
      `${workloads} RoleReader SUCCEEDED`,
      `${sandbox} Broken FAILED`,
      `${sandbox} ReadOnly SUCCEEDED`,
    ])
  })

  test('a role has its path, its trust in our provider alone, twelve hours, its policy and its boundary', async () => {
    const role = await roleOf('BucketCreator')
    const [provider] = await providerOf()
    expect(role).toMatchObject({
      Path: '/aws-reserved/sso.amazonaws.com/',
      MaxSessionDuration: 43_200,
      PermissionsBoundary: {
        PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
      },
    })
    expect(JSON.parse(decodeURIComponent(role.AssumeRolePolicyDocument!))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider!.Arn },
          Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ],
    })
    const policy = await iamOf(world).send(
      new GetRolePolicyCommand({ RoleName: role.RoleName, PolicyName: 'AwsSSOInlinePolicy' }),
    )
    expect(JSON.parse(decodeURIComponent(policy.PolicyDocument!))).toEqual(
      seed.identityCenter!.permissionSets![0]!.inlinePolicy,
    )
  })

  test('managed policies are attached', async () => {
    const { RoleName } = await roleOf('ReadOnly')
    const attached = await iamOf(world).send(new ListAttachedRolePoliciesCommand({ RoleName }))
    expect(attached.AttachedPolicies).toMatchObject([{ PolicyName: 'AmazonS3ReadOnlyAccess' }])
  })

  test('the provider has the portal’s name and a certificate of its own', async () => {
    const providers = await providerOf()
    expect(providers).toHaveLength(1)
    const { Arn } = providers[0]!
    expect(Arn).toMatch(/:saml-provider\/AWSSSO_[0-9a-f]{16}_DO_NOT_DELETE$/)
    const got = await iamOf(world).send(new GetSAMLProviderCommand({ SAMLProviderArn: Arn }))
    const metadata = readIdpMetadata(got.SAMLMetadataDocument!)
    expect(metadata.entityId).toBe(portalIssuerOf(world.instance))
    expect(metadata.certificates).toHaveLength(1)
  })

  test('doing it again changes nothing and calls nobody', async () => {
    const before = await reservedRoles(world)
    const calls = (await world.journal(workloads)).length
    await provisioningOf(world).provision(world.instance, workloads)
    expect(await reservedRoles(world)).toEqual(before)
    const made = (await world.journal(workloads)).slice(calls).map(({ eventName }) => eventName)
    expect(made.filter((name) => name !== 'ListRoles')).toEqual([])
  })

  test('what IAM refused is tried again after a minute, not at every turn', async () => {
    const attempts = async () => {
      await provisioningOf(world).provision(world.instance, sandbox)
      const journal = await world.journal(sandbox)
      return journal.filter((each) => each.errorCode === 'NoSuchEntity').length
    }
    expect(await attempts()).toBe(1)
    await world.clock.advance(20_000)
    expect(await attempts()).toBe(1)
    await world.clock.advance(40_000)
    expect(await attempts()).toBe(2)
  })

  test('the service-linked role did it, for Identity Center', async () => {
    const journal = await world.journal(workloads)
    expect(journal.find(({ eventName }) => eventName === 'AssumeRole')).toMatchObject({
      caller: { type: 'AWSService', invokedBy: 'sso.amazonaws.com' },
      requestParameters: { roleSessionName: 'AWS-SSO' },
    })
    expect(journal.find(({ eventName }) => eventName === 'CreateRole')).toMatchObject({
      caller: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::${workloads}:assumed-role/AWSServiceRoleForSSO/AWS-SSO`,
        invokedBy: 'sso.amazonaws.com',
      },
    })
  })

  test('an administrator of the account can edit neither role nor provider', async () => {
    const { RoleName } = await roleOf('BucketCreator')
    const [provider] = await providerOf()
    const SAMLProviderArn = provider!.Arn
    const got = await iamOf(world).send(new GetSAMLProviderCommand({ SAMLProviderArn }))
    const iam = iamOf(world)
    const policy = '{"Version":"2012-10-17","Statement":[]}'
    for (const edit of [
      iam.send(new DeleteRoleCommand({ RoleName })),
      iam.send(
        new AttachRolePolicyCommand({
          RoleName,
          PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        }),
      ),
      iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'mine', PolicyDocument: policy })),
      iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: policy })),
      iam.send(new DeleteSAMLProviderCommand({ SAMLProviderArn })),
      iam.send(
        new UpdateSAMLProviderCommand({
          SAMLProviderArn,
          SAMLMetadataDocument: got.SAMLMetadataDocument,
        }),
      ),
    ])
      await expect(edit).rejects.toMatchObject({
        name: expect.stringMatching(/UnmodifiableEntity/),
      })
    expect(await roleOf('BucketCreator')).toBeDefined()
  })
})

describe('asking for accounts', () => {
  test('makes the roles too, for a client that had its token before', async () => {
    const world = await createWorld()
    try {
      const accessToken = await tokenWithoutSignIn(world)
      expect(await reservedRoles(world)).toEqual([])
      await world.portal.send(new ListAccountsCommand({ accessToken }))
      await eventually(async () => (await reservedRoles(world)).length === 3)
    } finally {
      await world.close()
    }
  })
})

describe('the worker that provisions', () => {
  test('is settled once every role that a sign-in calls for is there', async () => {
    const world = await createWorld()
    try {
      await world.signedIn()
      await world.services.settled()
      expect(await reservedRoles(world)).toHaveLength(3)
    } finally {
      await world.close()
    }
  })

  test('is settled at once where nobody signed in, and again after a reset', async () => {
    const world = await createWorld()
    try {
      await world.services.settled()
      await world.reset()
      await world.services.settled()
      expect(await reservedRoles(world)).toEqual([])
    } finally {
      await world.close()
    }
  })
})

/** As after a restart: the person signed in long ago, and the journal does not tell of it any more. */
async function tokenWithoutSignIn({ store, instance, clock }: World): Promise<string> {
  const endsAt = clock.now() + 3_600_000
  await store.write([instance.accountId], async (tx) => {
    const ana = (await tx.get(userIds, scopeOf(instance), 'ana@example.com'))!.value
    const common = { userId: ana, credentialId: 'x' }
    const session = { ...common, identityProvider: 'idp', startedAt: clock.now(), endsAt }
    await putSession(tx, instance, 'cookie', session)
    await putToken(tx, instance, 'aoatoken', {
      ...common,
      sessionKey: secretKey('cookie'),
      clientId: 'client',
      scopes: [],
      expiresAt: endsAt,
    })
  })
  return 'aoatoken'
}

describe('credentials', () => {
  test('that are asked for before the role is there wait for it, all for one and the same work', async () => {
    const world = await createWorld()
    try {
      const token = await world.accessToken('ana@example.com')
      const all = await Promise.all([1, 2, 3].map(() => credentials(world, token)))
      expect(new Set(all.map(({ roleCredentials }) => roleCredentials!.accessKeyId)).size).toBe(3)
      expect(await reservedRoles(world)).toHaveLength(3)
      const journal = await world.journal(workloads)
      expect(journal.filter(({ eventName }) => eventName === 'CreateSAMLProvider')).toHaveLength(1)
    } finally {
      await world.close()
    }
  })

  test('work after a reset of the sandbox: everything is made anew', async () => {
    const world = await createWorld()
    try {
      const before = await credentials(world, await world.accessToken('ana@example.com'))
      const [old] = await reservedRoles(world)
      await provisioningOf(world).settled()
      await world.reset()
      expect(await reservedRoles(world)).toEqual([])
      await expect(
        credentials(world, await world.accessToken('ana@example.com')),
      ).resolves.toMatchObject({ roleCredentials: { accessKeyId: expect.any(String) } })
      expect((await reservedRoles(world)).map(({ RoleName }) => RoleName)).not.toContain(
        old!.RoleName,
      )
      expect(before.roleCredentials).toBeDefined()
      await world.signedIn('luis@example.com')
      await eventually(async () =>
        (await world.journal(sandbox)).some((each) => each.eventName === 'CreateRole'),
      )
    } finally {
      await world.close()
    }
  })

  test('cannot be had while IAM or STS is down, and that is no verdict on the person', async () => {
    for (const service of ['iam', 'sts']) {
      const world = await createWorld()
      try {
        const token = await world.accessToken('ana@example.com')
        await provisioningOf(world).settled()
        await world.services.stop(service)
        await expect(credentials(world, token)).rejects.toMatchObject({
          name: 'InternalServerException',
          $metadata: { httpStatusCode: 500 },
        })
      } finally {
        await world.close()
      }
    }
  })
})

describe('an instance of another region', () => {
  test('makes its roles under that region, and signs and records in it', async () => {
    const elsewhere: Seed = {
      ...seed,
      identityCenter: { ...seed.identityCenter!, region: 'eu-central-1' },
    }
    const world = await createWorld(elsewhere)
    try {
      await credentials(world, await world.accessToken('ana@example.com'))
      for (const { Path } of await reservedRoles(world))
        expect(Path).toBe('/aws-reserved/sso.amazonaws.com/eu-central-1/')
      const journal = await world.journal(workloads)
      expect(journal.find(({ eventName }) => eventName === 'AssumeRoleWithSAML')).toMatchObject({
        region: 'eu-central-1',
      })
      expect((await world.journal()).at(-1)).toMatchObject({ region: 'eu-central-1' })
    } finally {
      await world.close()
    }
  })
})
