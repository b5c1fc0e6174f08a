import { describe, expect, test } from 'vitest'
import {
  consumerUrlOf,
  entityIdOf,
  identityStoreArnOf,
  isStartUrl,
  permissionSetArnOf,
  portalIssuerOf,
} from '#identity-center/instance.ts'
import {
  makeProviderName,
  makeRoleName,
  providerArnOf,
  roleArnOf,
} from '#identity-center/provisioning/reservedNames.ts'
import { sessionNameOf } from '#identity-center/saml/roleAssertion.ts'
import { makeCredentialId } from '#identity-center/sessions/credentialId.ts'
import type { Instance } from '#identity-center/state.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'

const instance: Instance = {
  accountId: '111111111111',
  region: 'eu-central-1',
  instanceId: 'ssoins-0123456789abcdef',
  identityStoreId: 'd-0123456789',
  portalId: 'ins-fedcba9876543210',
  consumerId: '73f641b2-d6c2-4f60-836c-2c21872b15e3',
}
const portal = 'http://127.0.0.1:4571'

describe('the names of an instance', () => {
  test('are written as AWS writes them', () => {
    expect({
      entity: entityIdOf(instance),
      consumer: consumerUrlOf(instance, portal),
      store: identityStoreArnOf(instance),
      issuer: portalIssuerOf(instance),
      permissionSet: permissionSetArnOf(instance, { permissionSetId: 'ps-0123456789abcdef' }),
    }).toEqual({
      entity: 'https://eu-central-1.signin.aws.amazon.com/platform/saml/d-0123456789',
      consumer: `${portal}/platform/saml/acs/73f641b2-d6c2-4f60-836c-2c21872b15e3`,
      store: 'arn:aws:identitystore::111111111111:identitystore/d-0123456789',
      issuer:
        'https://portal.sso.eu-central-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy1mZWRjYmE5ODc2NTQzMjEw',
      permissionSet: 'arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef',
    })
  })

  test('are known by each of its start URLs and by nothing like them', () => {
    for (const url of ['https://d-0123456789.awsapps.com/start', `${portal}/start/`])
      expect(isStartUrl(instance, portal, url)).toBe(true)
    for (const url of [
      '',
      '/',
      'https://d-0123456789.awsapps.com.evil.example/start',
      `${portal}/`,
    ])
      expect(isStartUrl(instance, portal, url)).toBe(false)
  })
})

describe('the names of what is made in an account', () => {
  const role = { name: 'BucketCreator' } as Parameters<typeof makeRoleName>[0]

  test('carry 16 hexadecimal digits of chance', () => {
    const ids = seededIds('names')
    expect(makeProviderName(ids)).toMatch(/^AWSSSO_[0-9a-f]{16}_DO_NOT_DELETE$/)
    expect(makeRoleName(role, ids)).toMatch(/^AWSReservedSSO_BucketCreator_[0-9a-f]{16}$/)
  })

  test('fit into 64 characters for the longest permission set', () => {
    expect(makeRoleName({ ...role, name: 'x'.repeat(32) }, seededIds('x'))).toHaveLength(64)
  })

  test('have their region in the path, but for the first', () => {
    const arn = (region: string) => roleArnOf({ ...instance, region }, '222222222222', 'R')
    expect(arn('us-east-1')).toBe('arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/R')
    expect(arn('eu-central-1')).toBe(
      'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/eu-central-1/R',
    )
    expect(providerArnOf('222222222222', 'P')).toBe('arn:aws:iam::222222222222:saml-provider/P')
  })
})

describe('a session', () => {
  test.each([
    ['ana@example.com', 'ana@example.com'],
    ['Ana María Soler', 'Ana_Mar_a_Soler'],
    ['x', 'x_'],
    ['a'.repeat(70), 'a'.repeat(64)],
  ])('of %j is called %j', (userName, sessionName) => {
    expect(sessionNameOf({ userName })).toBe(sessionName)
    expect(sessionName).toMatch(/^[a-zA-Z_0-9+=,.@-]{2,64}$/)
  })
})

test('a credential id begins with four zero bytes and its second', () => {
  const now = Date.parse('2026-11-24T10:00:00.900Z')
  const bytes = Buffer.from(makeCredentialId(now, seededIds('x')), 'base64url')
  expect(bytes.readUInt32BE(0)).toBe(0)
  expect(bytes.readUInt32BE(4)).toBe(Math.floor(now / 1000))
  expect(bytes.length).toBe(24)
})
