import { describe, expect, test } from 'vitest'
import { buildIdpMetadata, readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { bindings } from '#kernel/saml/names.ts'
import { buildSpMetadata, readSpMetadata } from '#kernel/saml/spMetadata.ts'
import { refusalOf } from './refusalOf.ts'
import { attacker, idp } from './samples.ts'

const idpMetadata = {
  entityId: 'http://127.0.0.1:4570/metadata',
  certificates: [idp.certificateBase64],
  singleSignOn: [
    { binding: bindings.redirect, location: 'http://127.0.0.1:4570/saml/sso' },
    { binding: bindings.post, location: 'http://127.0.0.1:4570/saml/sso' },
  ],
}

const withCompany = await buildIdpMetadata({ ...idpMetadata, company: 'R&D <S.A.>' })

const spMetadata = {
  entityId: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890',
  acsUrls: ['http://127.0.0.1:4571/acs/1', 'http://127.0.0.1:4571/acs/2'],
  certificates: [],
}

const idpXml = await buildIdpMetadata(idpMetadata)
const spXml = await buildSpMetadata(spMetadata)
const withoutCertificate = await buildIdpMetadata({ ...idpMetadata, certificates: [] })
const withoutPlace = await buildIdpMetadata({ ...idpMetadata, singleSignOn: [] })

describe('metadata of an identity provider', () => {
  test('is read as it was built', () => {
    expect(readIdpMetadata(idpXml)).toEqual(idpMetadata)
  })

  test('names the company, where it has a name', () => {
    expect(readIdpMetadata(withCompany).company).toBe('R&D <S.A.>')
    expect(withCompany).toContain(
      '<md:OrganizationDisplayName xml:lang="en">R&amp;D &lt;S.A.&gt;</md:OrganizationDisplayName>',
    )
    expect(readIdpMetadata(idpXml).company).toBeUndefined()
  })

  test('is read with comments, with wrapped certificates, and with keys for both purposes', () => {
    const wrapped = idp.certificateBase64.replace(/.{64}/g, '$&\n      ')
    const xml = idpXml
      .replace(idp.certificateBase64, `\n      ${wrapped}\n`)
      .replace(' use="signing"', '')
      .replace('<md:IDPSSODescriptor', '<!-- exported by hand --><md:IDPSSODescriptor')
    expect(readIdpMetadata(xml)).toEqual(idpMetadata)
  })

  test('gives every signing certificate, and none that only encrypts', async () => {
    const two = await buildIdpMetadata({
      ...idpMetadata,
      certificates: [idp.certificateBase64, attacker.certificateBase64],
    })
    expect(readIdpMetadata(two).certificates).toHaveLength(2)
    const one = two.replace('use="signing"', 'use="encryption"')
    expect(readIdpMetadata(one).certificates).toEqual([attacker.certificateBase64])
  })

  test.each([
    ['is something else', '<a/>'],
    [
      'describes several entities',
      '<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"/>',
    ],
    ['has no entity id', idpXml.replace(/ entityID="[^"]*"/, '')],
    ['is of a service provider', spXml],
    [
      'speaks SAML 1.1 only',
      idpXml.replace(
        'urn:oasis:names:tc:SAML:2.0:protocol',
        'urn:oasis:names:tc:SAML:1.1:protocol',
      ),
    ],
    ['has no certificate', withoutCertificate],
    ['has no place to sign in', withoutPlace],
    ['has a place without address', idpXml.replace(/ Location="[^"]*"/, '')],
    ['has a certificate that is not base64', idpXml.replace(idp.certificateBase64, '%%%')],
  ])('that %s is refused', (_what, xml) => {
    expect(refusalOf(() => readIdpMetadata(xml))).toBe('message')
  })
})

describe('metadata of a service provider', () => {
  test('is read as it was built', () => {
    expect(readSpMetadata(spXml)).toEqual(spMetadata)
  })

  test('gives the default address first', () => {
    const xml = spXml
      .replace(' isDefault="true"', '')
      .replace('index="1"', 'index="1" isDefault="true"')
    expect(readSpMetadata(xml).acsUrls).toEqual([...spMetadata.acsUrls].reverse())
  })

  test('without an address that takes HTTP-POST is refused', () => {
    const xml = spXml.replaceAll(bindings.post, bindings.redirect)
    expect(refusalOf(() => readSpMetadata(xml))).toBe('message')
  })
})
