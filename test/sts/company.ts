/** A company's identity provider, as STS meets it: its metadata, and what it signs. */

import { systemIds } from '#kernel/ids/systemIds.ts'
import { buildIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { encodePost } from '#kernel/saml/postBinding.ts'
import { buildResponse, type ResponseClaims } from '#kernel/saml/response.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { createSigningIdentity, type SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { attributeNames } from '#sts/saml/attributeNames.ts'

export const issuer = 'https://idp.example.com/metadata'
export const recipient = 'https://signin.aws.amazon.com/saml'
export const names = attributeNames

export const newIdentity = (): Promise<SigningIdentity> =>
  createSigningIdentity({ commonName: 'idp', ids: systemIds(), clock: { now: Date.now } })

export const metadataOf = (...identities: SigningIdentity[]): Promise<string> =>
  buildIdpMetadata({
    entityId: issuer,
    certificates: identities.map(({ certificateBase64 }) => certificateBase64),
    singleSignOn: [
      { binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', location: `${issuer}/sso` },
    ],
  })

export type Claims = Partial<ResponseClaims>
export type Signed = 'Assertion' | 'Response' | 'nothing'

/** As its claims say, or as an ordinary sign-in of ana's. */
export function responseXml(now: number, claims: Claims): string {
  const id = systemIds().hex(32)
  return buildResponse({
    responseId: `_r${id}`,
    assertionId: `_a${id}`,
    issuer,
    issueInstant: now,
    recipient,
    audience: recipient,
    nameId: 'ana@example.com',
    notBefore: now - 60_000,
    notOnOrAfter: now + 300_000,
    authnInstant: now,
    ...claims,
  })
}

export function samlResponse(
  identity: SigningIdentity,
  now: number,
  claims: Claims,
  signed: Signed = 'Assertion',
): string {
  const xml = responseXml(now, claims)
  return encodePost(signed === 'nothing' ? xml : signResponse(xml, identity, signed))
}
