import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { metadataOf } from '../metadataOf.ts'
import { operate, refusal, ssoOf } from '../operate.ts'
import { ACCOUNT, NOON, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const metadata = await metadataOf('https://idp.example.com')
const arnOf = (name: string) => `arn:aws:iam::${ACCOUNT}:saml-provider/${name}`
const create = (Name: string, more = {}) =>
  operate(world, 'CreateSAMLProvider', { Name, SAMLMetadataDocument: metadata, ...more })

describe('CreateSAMLProvider', () => {
  test('keeps the metadata as it was given', async () => {
    const Tags = [{ Key: 'k', Value: 'v' }]
    expect(await create('corp', { Tags })).toEqual({ SAMLProviderArn: arnOf('corp'), Tags })
    const got = await operate(world, 'GetSAMLProvider', { SAMLProviderArn: arnOf('corp') })
    expect(got).toMatchObject({
      SAMLMetadataDocument: metadata,
      CreateDate: new Date(NOON),
      Tags,
      SAMLProviderUUID: expect.stringMatching(/^[A-Z2-7]{22,64}$/),
    })
    expect(got.ValidUntil?.getUTCFullYear()).toBe(2126)
  })

  test('is good until its metadata says', async () => {
    const dated = metadata.replace('entityID=', 'validUntil="2027-01-01T00:00:00Z" entityID=')
    await create('corp', { SAMLMetadataDocument: dated })
    const { SAMLProviderList } = await operate(world, 'ListSAMLProviders', {})
    expect(SAMLProviderList).toEqual([
      {
        Arn: arnOf('corp'),
        ValidUntil: new Date('2027-01-01T00:00:00Z'),
        CreateDate: new Date(NOON),
      },
    ])
  })

  test.each([
    ['a name that is taken', { Name: 'CORP' }, /^EntityAlreadyExists: SAMLProvider with name CORP/],
    [
      'too short metadata',
      { SAMLMetadataDocument: '<x/>' },
      /^ValidationError: .*'sAMLMetadataDocument'/,
    ],
    [
      'text that is no metadata',
      { SAMLMetadataDocument: 'x'.repeat(1000) },
      /^InvalidInput: Could not parse metadata$/,
    ],
    [
      'a document type declaration',
      { SAMLMetadataDocument: `<!DOCTYPE x [<!ENTITY e "e">]>${metadata}` },
      /^InvalidInput: Could not parse metadata$/,
    ],
    [
      'encrypted assertions',
      { AssertionEncryptionMode: 'Required' },
      /^NotImplemented: The parameter AssertionEncryptionMode/,
    ],
    ['a private key', { AddPrivateKey: 'k' }, /^NotImplemented: The parameter AddPrivateKey/],
  ])('refuses %s', async (_, input, words) => {
    await create('corp')
    expect(await refusal(create('new', input))).toMatch(words)
  })
})

describe('UpdateSAMLProvider', () => {
  test('takes other metadata, which STS sees at once', async () => {
    await create('corp')
    const SAMLMetadataDocument = await metadataOf('https://new.example.com')
    const input = { SAMLProviderArn: arnOf('corp'), SAMLMetadataDocument }
    expect(await operate(world, 'UpdateSAMLProvider', input)).toEqual({
      SAMLProviderArn: arnOf('corp'),
    })
    const { statement } = await world.ports('sts').roles.samlProvider({ arn: arnOf('corp') })
    expect(statement.body).toEqual({
      arn: arnOf('corp'),
      accountId: ACCOUNT,
      metadata: SAMLMetadataDocument,
    })
  })

  test('without metadata changes nothing', async () => {
    await create('corp')
    await operate(world, 'UpdateSAMLProvider', { SAMLProviderArn: arnOf('corp') })
    const got = await operate(world, 'GetSAMLProvider', { SAMLProviderArn: arnOf('corp') })
    expect(got.SAMLMetadataDocument).toBe(metadata)
  })
})

describe('DeleteSAMLProvider', () => {
  test('takes it out', async () => {
    await create('corp')
    const SAMLProviderArn = arnOf('corp')
    await operate(world, 'DeleteSAMLProvider', { SAMLProviderArn })
    expect(await refusal(operate(world, 'GetSAMLProvider', { SAMLProviderArn }))).toBe(
      `NoSuchEntity: Manifest not found for arn ${SAMLProviderArn}`,
    )
  })

  test.each(['arn:aws:iam::111122223333:role/x', 'twenty characters long'])(
    'refuses %s, which is no provider',
    async (SAMLProviderArn) => {
      expect(await refusal(operate(world, 'DeleteSAMLProvider', { SAMLProviderArn }))).toMatch(
        /^InvalidInput: ARN .* is not valid\.$/,
      )
    },
  )
})

describe("Identity Center's provider", () => {
  const Name = 'AWSSSO_0123456789abcdef_DO_NOT_DELETE'
  const words = `UnmodifiableEntity: Cannot perform the operation on the protected SAML provider '${Name}' - this provider is only modifiable by AWS`
  const asSso = ssoOf(ACCOUNT)
  const input = { Name, SAMLMetadataDocument: metadata }

  test('is made and changed by Identity Center alone', async () => {
    expect(await refusal(create(Name))).toBe(words)
    await operate(world, 'CreateSAMLProvider', input, asSso)
    const named = { SAMLProviderArn: arnOf(Name) }
    expect(await refusal(operate(world, 'UpdateSAMLProvider', named))).toBe(words)
    expect(await refusal(operate(world, 'DeleteSAMLProvider', named))).toBe(words)
    await operate(world, 'UpdateSAMLProvider', named, asSso)
    await operate(world, 'DeleteSAMLProvider', named, asSso)
  })
})
