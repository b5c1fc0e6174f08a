import { createHash } from 'node:crypto'
import { IAMClient, ListRolesCommand, UpdateSAMLProviderCommand } from '@aws-sdk/client-iam'
import {
  AssumeRoleWithSAMLCommand,
  type AssumeRoleWithSAMLCommandInput,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AwsError } from '#kernel/errors/awsError.ts'
import { encodePost } from '#kernel/saml/postBinding.ts'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { sts as stsApi } from '#sts/api.ts'
import { sts as service } from '#sts/index.ts'
import { type Keys, sessionKeys } from '../sandbox/clients.ts'
import {
  type Claims,
  issuer,
  metadataOf,
  names,
  newIdentity,
  recipient,
  responseXml,
  type Signed,
  samlResponse,
} from './company.ts'
import {
  ACCOUNT,
  createRole,
  createSamlProvider,
  fresh,
  identityCenterIn,
  OTHER,
  policy,
  type RoleOptions,
  refusalOf,
  type Statement,
  startWorld,
  type World,
} from './world.ts'

let world: World
let idp: SigningIdentity
let attacker: SigningIdentity
let provider: string
beforeAll(async () => {
  world = await startWorld()
  ;[idp, attacker] = await Promise.all([newIdentity(), newIdentity()])
  provider = await createSamlProvider(world, await metadataOf(idp))
})
afterAll(() => world.close())

const trustOf = (Federated: string, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: { Federated },
  Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
  Condition: { StringEquals: { 'SAML:aud': recipient } },
  ...more,
})

const samlRole = (options: RoleOptions = {}): Promise<string> =>
  createRole(world, { trust: [trustOf(provider)], ...options })

interface Presented {
  readonly claims?: Claims
  readonly attributes?: Readonly<Record<string, readonly string[]>>
  readonly signed?: Signed
  readonly by?: SigningIdentity
  readonly saml?: string
  readonly provider?: string
  readonly more?: Partial<AssumeRoleWithSAMLCommandInput>
}

const attributesFor = (role: string, of = provider): Record<string, readonly string[]> => ({
  [names.role]: [`${role},${of}`],
  [names.roleSessionName]: ['ana@example.com'],
})

/** As a client sends it: unsigned. */
function assume(role: string, presented: Presented = {}) {
  const { claims = {}, attributes = {}, signed, by = idp, more = {} } = presented
  const all = { ...attributesFor(role), ...attributes }
  const SAMLAssertion =
    presented.saml ?? samlResponse(by, world.clock.now(), { attributes: all, ...claims }, signed)
  const command = new AssumeRoleWithSAMLCommand({
    RoleArn: role,
    PrincipalArn: presented.provider ?? provider,
    SAMLAssertion,
    ...more,
  })
  return world.sts().send(command)
}

const saml = (code: string, message: string) => ({ code, status: 400, message })
const invalid = (message: string) => saml('InvalidIdentityToken', message)
const notAuthorized = {
  code: 'AccessDenied',
  status: 403,
  message: 'Not authorized to perform sts:AssumeRoleWithSAML',
}

const minutes = (count: number) => count * 60_000

describe('serialisation', () => {
  test('answers whom the assertion names, and how', async () => {
    const role = await samlRole()
    const made = await assume(role)
    const name = provider.split('/').at(-1)
    expect(made).toMatchObject({
      Subject: 'ana@example.com',
      SubjectType: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      Issuer: issuer,
      Audience: recipient,
      NameQualifier: createHash('sha1').update(`${issuer}${ACCOUNT}/${name}`).digest('base64'),
      AssumedRoleUser: {
        Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role.split('/').at(-1)}/ana@example.com`,
      },
    })
    expect(made.PackedPolicySize).toBeUndefined()
    const who = await world.sts(sessionKeys(made)).send(new GetCallerIdentityCommand({}))
    expect(who.Arn).toBe(made.AssumedRoleUser!.Arn)
  })

  test.each([
    ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'persistent'],
    ['urn:oasis:names:tc:SAML:2.0:nameid-format:transient', 'transient'],
    [
      'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
      'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    ],
  ])('shortens the format %s of SAML 2.0 alone', async (nameIdFormat, SubjectType) => {
    expect(await assume(await samlRole(), { claims: { nameIdFormat } })).toMatchObject({
      SubjectType,
    })
  })
})

describe('what STS takes', () => {
  test.each<Signed>(['Assertion', 'Response'])('a signature on the %s', async (signed) => {
    expect(await refusalOf(assume(await samlRole(), { signed }))).toBe('no refusal')
  })

  test.each([
    ['the global sign-in', recipient, recipient],
    [
      "a region's",
      'https://eu-west-1.signin.aws.amazon.com/saml',
      'https://eu-west-1.signin.aws.amazon.com/saml',
    ],
    ['the URN of AWS', recipient, 'urn:amazon:webservices'],
  ])('for %s', async (_, where, audience) => {
    const role = await samlRole({ trust: [trustOf(provider, { Condition: {} })] })
    const made = await assume(role, { claims: { recipient: where, audience } })
    expect(made.Audience).toBe(where)
  })

  test('the pair of role and provider in either order, among others', async () => {
    const role = await samlRole()
    const attributes = {
      [names.role]: [`arn:aws:iam::${ACCOUNT}:role/another,${provider}`, `${provider}, ${role}`],
    }
    expect(await refusalOf(assume(role, { attributes }))).toBe('no refusal')
  })

  test('the same assertion again, within its five minutes', async () => {
    const role = await samlRole()
    const response = samlResponse(idp, world.clock.now(), { attributes: attributesFor(role) })
    await assume(role, { saml: response })
    expect(await refusalOf(assume(role, { saml: response }))).toBe('no refusal')
    await world.clock.advance(minutes(6))
    expect(await refusalOf(assume(role, { saml: response }))).toEqual(
      saml('ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance'),
    )
    await world.clock.restore(0)
  })

  test('either certificate of a provider that is changing its key', async () => {
    const [next, metadata] = await newIdentity().then(
      async (identity) => [identity, await metadataOf(idp, identity)] as const,
    )
    const changing = await createSamlProvider(world, metadata)
    const role = await samlRole({ trust: [trustOf(changing)] })
    const attributes = attributesFor(role, changing)
    for (const by of [idp, next])
      expect(await refusalOf(assume(role, { by, attributes, provider: changing }))).toBe(
        'no refusal',
      )
    await world.iam().send(
      new UpdateSAMLProviderCommand({
        SAMLProviderArn: changing,
        SAMLMetadataDocument: await metadataOf(next),
      }),
    )
    expect(await refusalOf(assume(role, { attributes, provider: changing }))).toEqual(
      invalid('Response signature invalid'),
    )
  })
})

describe("validation, in AWS's order", () => {
  const somebody = `arn:aws:iam::${ACCOUNT}:role/somebody`

  test.each<[string, Partial<AssumeRoleWithSAMLCommandInput>]>([
    ['a role', { RoleArn: `arn:aws:iam::${ACCOUNT}:user/ana` }],
    ['a provider', { PrincipalArn: `arn:aws:iam::${ACCOUNT}:role/ana` }],
  ])('an ARN that is not that of %s', async (_, more) => {
    expect(await refusalOf(assume(somebody, { more }))).toEqual(
      saml('ValidationError', 'Request ARN is invalid'),
    )
  })

  // Each case is wrong in its own way and in all later ones: the earliest is said.
  const nothing = () => `arn:aws:iam::${ACCOUNT}:saml-provider/nothing`
  const late = () => world.clock.now() - minutes(10)
  const cases: [string, () => Presented, ReturnType<typeof saml>][] = [
    [
      'no base64',
      () => ({ saml: '****', provider: nothing() }),
      invalid('Invalid base64 SAMLResponse'),
    ],
    [
      'no XML',
      () => ({ saml: encodePost('<a'), provider: nothing() }),
      invalid('Invalid base64 SAMLResponse'),
    ],
    [
      'a DOCTYPE',
      () => ({
        saml: encodePost(`<!DOCTYPE a [<!ENTITY b "c">]>${responseXml(late(), {})}`),
        provider: nothing(),
      }),
      invalid('Invalid base64 SAMLResponse'),
    ],
    [
      'a provider that is not there',
      () => ({ provider: nothing(), by: attacker, claims: { issuer: 'x' } }),
      invalid("Specified provider doesn't exist"),
    ],
    [
      'another issuer',
      () => ({
        by: attacker,
        claims: { issuer: 'https://evil.example.com', issueInstant: late() },
      }),
      invalid('Issuer not present in specified provider'),
    ],
    [
      'a key of somebody else',
      () => ({ by: attacker, claims: { issueInstant: late() } }),
      invalid('Response signature invalid'),
    ],
    [
      'no signature',
      () => ({ signed: 'nothing', claims: { issueInstant: late() } }),
      invalid('Response signature invalid'),
    ],
    [
      'an assertion of ten minutes ago',
      () => ({ claims: { issueInstant: late(), notOnOrAfter: late(), recipient: 'https://x' } }),
      saml('ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance'),
    ],
    [
      'one whose time is over',
      () => ({
        claims: {
          issueInstant: world.clock.now() - minutes(4),
          notBefore: late(),
          notOnOrAfter: late(),
        },
      }),
      saml('ExpiredTokenException', 'Response has expired'),
    ],
    [
      'another recipient',
      () => ({ claims: { recipient: 'https://example.com/acs', attributes: {} } }),
      invalid('Response does not contain the required audience'),
    ],
    [
      'another audience',
      () => ({ claims: { audience: 'https://example.com', attributes: {} } }),
      invalid('Response does not contain the required audience'),
    ],
    [
      'no session name',
      () => ({ claims: { attributes: {} } }),
      invalid('RoleSessionName is required in AuthnResponse'),
    ],
    [
      'a session name with a blank',
      () => ({
        attributes: { [names.roleSessionName]: ['ana b'], [names.sourceIdentity]: ['aws:x'] },
      }),
      invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}'),
    ],
    [
      'two session names',
      () => ({ attributes: { [names.roleSessionName]: ['ana', 'eve'] } }),
      invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}'),
    ],
    [
      'a source identity of AWS',
      () => ({ attributes: { [names.sourceIdentity]: ['aws:ana'] } }),
      invalid('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'),
    ],
  ]
  test.each(cases)('%s', async (_, presented, refusal) => {
    expect(await refusalOf(assume(somebody, presented()))).toEqual(refusal)
  })

  test('a provider of another account than the role', async () => {
    const foreign = await createSamlProvider(world, await metadataOf(idp), OTHER)
    expect(await refusalOf(assume(somebody, { provider: foreign }))).toEqual(
      invalid("Specified provider doesn't exist"),
    )
  })

  test('an assertion that somebody has changed', async () => {
    const role = await samlRole()
    const signed = samlResponse(idp, world.clock.now(), { attributes: attributesFor(role) })
    const xml = Buffer.from(signed, 'base64').toString()
    const eve = encodePost(xml.replaceAll('ana@example.com', 'eve@example.com'))
    expect(await refusalOf(assume(role, { saml: eve }))).toEqual(
      invalid('Response signature invalid'),
    )
  })
})

describe('authorisation', () => {
  test.each<[string, () => Promise<string>, Presented?]>([
    ['a role that is not there', async () => `arn:aws:iam::${ACCOUNT}:role/none`],
    [
      'a role that trusts another provider',
      () => samlRole({ trust: [trustOf(`${provider}-other`)] }),
    ],
    [
      'a role that trusts for another audience',
      () =>
        samlRole({
          trust: [trustOf(provider, { Condition: { StringEquals: { 'SAML:aud': 'https://x' } } })],
        }),
    ],
    ['a role that trusts an account alone', () => createRole(world)],
    [
      'a role that is not in the assertion',
      () => samlRole(),
      { attributes: { [names.role]: [`arn:aws:iam::${ACCOUNT}:role/other,${'provider'}`] } },
    ],
    ['an assertion without roles', () => samlRole(), { attributes: { [names.role]: [] } }],
    [
      'tags that the trust policy does not allow',
      () => samlRole({ trust: [trustOf(provider, { Action: 'sts:AssumeRoleWithSAML' })] }),
      { attributes: { [`${names.principalTagPrefix}team`]: ['red'] } },
    ],
    [
      'a source identity that it does not allow',
      () => samlRole({ trust: [trustOf(provider, { Action: 'sts:AssumeRoleWithSAML' })] }),
      { attributes: { [names.sourceIdentity]: ['ana'] } },
    ],
  ])('refuses %s, all in the same words', async (_, role, presented) => {
    expect(await refusalOf(assume(await role(), presented))).toEqual(notAuthorized)
  })

  test('knows what the assertion says', async () => {
    const name = provider.split('/').at(-1)
    const Condition = {
      StringEquals: {
        'SAML:aud': recipient,
        'saml:iss': issuer,
        'saml:sub': 'ana@example.com',
        'saml:sub_type': 'persistent',
        'saml:doc': `${ACCOUNT}/${name}`,
        'saml:namequalifier': createHash('sha1')
          .update(`${issuer}${ACCOUNT}/${name}`)
          .digest('base64'),
        'sts:RoleSessionName': 'ana@example.com',
        'aws:RequestTag/team': 'red',
      },
    }
    const role = await samlRole({ trust: [trustOf(provider, { Condition })] })
    const attributes = { [`${names.principalTagPrefix}team`]: ['red'] }
    const claims = { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }
    const claimed = (nameId: string) => ({
      claims: { ...claims, nameId, attributes: { ...attributesFor(role), ...attributes } },
    })
    expect(await refusalOf(assume(role, claimed('ana@example.com')))).toBe('no refusal')
    expect(await refusalOf(assume(role, claimed('eve@example.com')))).toEqual(notAuthorized)
  })
})

describe('behaviour', () => {
  const lifetimeOf = async (answer: ReturnType<typeof assume>) =>
    Math.round((await answer).Credentials!.Expiration!.getTime() / 1000 - world.clock.now() / 1000)

  test('lives as long as was asked for, at most as long as the provider says, never longer than the role allows', async () => {
    const role = await samlRole({ maximum: 7_200 })
    const ending = (ms: number): Claims => ({
      sessionNotOnOrAfter: world.clock.now() + ms,
      attributes: attributesFor(role),
    })
    expect(await lifetimeOf(assume(role))).toBeCloseTo(3_600, -1)
    expect(await lifetimeOf(assume(role, { more: { DurationSeconds: 7_200 } }))).toBeCloseTo(
      7_200,
      -1,
    )
    expect(await lifetimeOf(assume(role, { claims: ending(minutes(20)) }))).toBeCloseTo(1_200, -1)
    expect(await refusalOf(assume(role, { more: { DurationSeconds: 7_201 } }))).toEqual(
      saml(
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      ),
    )
    expect(await refusalOf(assume(role, { claims: ending(-minutes(1)) }))).toEqual(
      saml('ExpiredTokenException', 'Response has expired'),
    )
  })

  test('makes a session with the tags, the source identity and the policies that were passed', async () => {
    const Condition = {
      StringEquals: {
        'aws:PrincipalTag/team': 'red',
        'aws:SourceIdentity': 'ana',
        'aws:FederatedProvider': provider,
        'saml:sub': 'ana@example.com',
      },
    }
    const role = await samlRole({
      may: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*', Condition }],
    })
    const attributes = {
      [`${names.principalTagPrefix}team`]: ['red'],
      [names.transitiveTagKeys]: ['team'],
      [names.sourceIdentity]: ['ana'],
    }
    const Policy = policy({ Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*' })
    const made = await assume(role, { attributes, more: { Policy } })
    expect(made).toMatchObject({ SourceIdentity: 'ana', PackedPolicySize: expect.any(Number) })
    const iam = (credentials: Keys) =>
      new IAMClient({ endpoint: world.iamUrl, region: 'us-east-1', credentials, maxAttempts: 1 })
    const tagged = iam(sessionKeys(made))
    expect(await refusalOf(tagged.send(new ListRolesCommand({})))).toBe('no refusal')
    const plain = iam(sessionKeys(await assume(role)))
    expect(await refusalOf(plain.send(new ListRolesCommand({})))).toMatchObject({
      code: 'AccessDenied',
    })
    for (const client of [tagged, plain]) client.destroy()
  })
})

describe('roles that Identity Center reserved', () => {
  const reserved = async (options: RoleOptions = {}): Promise<string> =>
    samlRole({
      path: '/aws-reserved/sso.amazonaws.com/',
      name: fresh('AWSReservedSSO_Reader'),
      by: await identityCenterIn(world),
      ...options,
    })
  const asIdentityCenter = (role: string) =>
    world.identityCenter.call(
      service.apis[0]!.api,
      stsApi.AssumeRoleWithSAML,
      {
        RoleArn: role,
        PrincipalArn: provider,
        SAMLAssertion: samlResponse(idp, world.clock.now(), {
          attributes: {
            ...attributesFor(role),
            'https://aws.amazon.com/SAML/Attributes/IdentityStore:UserId': ['user-1'],
          },
        }),
      },
      { credentials: 'service-principal' },
    )
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => 'no refusal',
      (error: unknown) => (error as AwsError).message,
    )

  test('are refused to everybody, whatever the assertion says', async () => {
    expect(await refusalOf(assume(await reserved()))).toEqual(notAuthorized)
  })

  test('are taken by Identity Center, and by its own signature it is known', async () => {
    const made = await asIdentityCenter(await reserved())
    const keys = sessionKeys(made)
    expect((await world.sts(keys).send(new GetCallerIdentityCommand({}))).Arn).toContain(
      'AWSReservedSSO_',
    )
    const request = world.services.recorder!.events().filter((event) => event.kind === 'request')
    expect(request.map(({ from }) => from).slice(-2)).toEqual(['identity-center', 'client'])
  })

  test('and it takes no others', async () => {
    expect(await codeOf(asIdentityCenter(await samlRole()))).toBe(notAuthorized.message)
  })

  test('who a workforce user is, is believed from it alone', async () => {
    const Condition = { StringEquals: { 'identitystore:UserId': 'user-1' } }
    const may = [{ Effect: 'Allow', Action: 'iam:*', Resource: '*', Condition }]
    const role = await reserved({ may })
    const listed = async (credentials: Keys) => {
      const client = new IAMClient({
        endpoint: world.iamUrl,
        region: 'us-east-1',
        credentials,
        maxAttempts: 1,
      })
      const refused = await refusalOf(client.send(new ListRolesCommand({})))
      client.destroy()
      return refused
    }
    expect(await listed(sessionKeys(await asIdentityCenter(role)))).toBe('no refusal')
    const ordinary = await samlRole({ may })
    const attributes = { 'https://aws.amazon.com/SAML/Attributes/IdentityStore:UserId': ['user-1'] }
    expect(await listed(sessionKeys(await assume(ordinary, { attributes })))).toMatchObject({
      code: 'AccessDenied',
    })
  })
})

describe('audit', () => {
  test('says who and what, never the assertion', async () => {
    const role = await samlRole()
    const saml = samlResponse(idp, world.clock.now(), { attributes: attributesFor(role) })
    const made = await assume(role, { saml })
    const outcome = (await world.journal()).at(-1)
    expect(outcome).toMatchObject({
      eventName: 'AssumeRoleWithSAML',
      readOnly: true,
      caller: {
        type: 'SAMLUser',
        principalId: `${made.NameQualifier}:ana@example.com`,
        userName: 'ana@example.com',
      },
      requestParameters: { roleArn: role, principalArn: provider },
      responseElements: { subject: 'ana@example.com', issuer, nameQualifier: made.NameQualifier },
      resources: [
        { arn: role, type: 'AWS::IAM::Role' },
        { arn: provider, type: 'AWS::IAM::SAMLProvider' },
      ],
    })
    const kept =
      JSON.stringify(await world.journal()) + JSON.stringify(world.services.recorder!.events())
    for (const secret of [
      saml,
      encodeURIComponent(saml),
      made.Credentials!.SecretAccessKey!,
      made.Credentials!.SessionToken!,
    ])
      expect(kept).not.toContain(secret)
  })

  test('a denial is there too', async () => {
    const role = await samlRole({ trust: [trustOf(`${provider}-other`)] })
    await refusalOf(assume(role))
    expect((await world.journal()).at(-1)).toMatchObject({
      eventName: 'AssumeRoleWithSAML',
      errorCode: 'AccessDenied',
      caller: { type: 'SAMLUser' },
    })
  })
})

test('explanation: what was verified, of whom, and which check failed', async () => {
  const role = await samlRole()
  await assume(role)
  await refusalOf(assume(role, { claims: { audience: 'https://example.com', attributes: {} } }))
  const explained = world.services.recorder!.events().filter((event) => event.kind === 'explain')
  expect(explained.findLast(({ topic }) => topic === 'saml')?.data).toMatchObject({
    provider,
    issuer,
    subject: 'ana@example.com',
    signedElement: 'Assertion',
  })
  expect(explained.findLast(({ topic }) => topic === 'refusal')?.data).toMatchObject({
    stage: 'authenticate assertion',
    detail: { check: 'audience', found: 'https://example.com' },
  })
})
