/** A Response of the flow and two who can sign: the identity provider, and an attacker with a key of his own. */
import { X509Certificate } from 'node:crypto'
import { certificate } from '#kernel/saml/certificate.ts'
import { keyPair } from '#kernel/saml/keyPair.ts'
import type { ResponseClaims } from '#kernel/saml/response.ts'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import type { Trust } from '#kernel/saml/verifyResponse.ts'

export const minute = 60_000
export const now = Date.parse('2026-11-24T10:00:00.000Z')

export const claims: ResponseClaims = {
  responseId: '_response',
  assertionId: '_assertion',
  issuer: 'http://127.0.0.1:4570/metadata',
  issueInstant: now,
  recipient: 'http://127.0.0.1:4571/acs',
  inResponseTo: '_request',
  audience: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890',
  nameId: 'ana@example.com',
  notBefore: now - minute,
  notOnOrAfter: now + 5 * minute,
  authnInstant: now - minute,
  sessionIndex: '_session',
  sessionNotOnOrAfter: now + 480 * minute,
  attributes: { givenName: ['Ana'], groups: ['builders', 'readers'] },
}

async function signerNamed(commonName: string): Promise<SigningIdentity> {
  const keys = await keyPair()
  const certificatePem = await certificate(keys, {
    commonName,
    serialNumber: '10',
    notBefore: now,
    notAfter: now + minute,
  })
  return {
    privateKeyPem: keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificatePem,
    certificateBase64: new X509Certificate(certificatePem).raw.toString('base64'),
  }
}

export const [idp, attacker] = await Promise.all([signerNamed('idp'), signerNamed('attacker')])

export const trust: Trust = { certificates: [idp.certificatePem], issuer: claims.issuer }
