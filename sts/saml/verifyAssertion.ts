/**
 * A SAML Response as STS takes it, checked in AWS's order: form, provider, issuer and signature, times,
 * recipient and audience, attributes. The same fresh assertion may come again within its five minutes.
 */

import { assertionChecks } from '#kernel/saml/checkAssertion.ts'
import { readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import { decodePost } from '#kernel/saml/postBinding.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { type VerifiedAssertion, verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { expiredAssertion, invalidIdentityToken } from '../errors.ts'
import { type ProvedAssertion, provedAssertion } from './provedAssertion.ts'

/** AWS: "Token must be redeemed within 5 minutes of issuance". */
const maxAgeMs = 5 * 60_000
/** [K] */
const skewMs = 3 * 60_000

const audiences = ['https://signin.aws.amazon.com/saml', 'urn:amazon:webservices']
/** The global sign-in endpoint and those of the regions. */
const recipientForm = /^https:\/\/(?:[a-z]{2}(?:-[a-z]+)+-\d\.)?signin\.aws\.amazon\.com\/saml$/

export interface Provider {
  readonly arn: string
  readonly accountId: string
  readonly metadata: string
}

/** The Response out of its base64; its form is refused before anybody looks for the provider. */
export function readResponse(encoded: string): Buffer {
  return inStsWords(() => {
    const xml = decodePost(encoded)
    parseXml(xml)
    return xml
  })
}

export function verifyAssertion(xml: Buffer, provider: Provider, now: number): ProvedAssertion {
  const { certificates, entityId: issuer } = readIdpMetadata(provider.metadata)
  const assertion = inStsWords(() => verifyResponse(xml, { certificates, issuer }))
  checkConditions(assertion, now)
  return provedAssertion(assertion, provider)
}

function inStsWords<T>(verify: () => T): T {
  try {
    return verify()
  } catch (error) {
    throw error instanceof SamlRefusal ? refusalOf(error) : error
  }
}

function refusalOf({ stage, check, message, detail }: SamlRefusal) {
  const because = { check, because: message, ...detail }
  switch (stage) {
    case 'decode':
      return invalidIdentityToken('Invalid base64 SAMLResponse', because)
    case 'issuer':
      return invalidIdentityToken('Issuer not present in specified provider', because)
    default:
      return invalidIdentityToken('Response signature invalid', because)
  }
}

function checkConditions(assertion: VerifiedAssertion, now: number): void {
  const { recipient } = assertion
  const expected = recipientForm.test(recipient) ? recipient : audiences[0]!
  const checks = assertionChecks(assertion, {
    now,
    skewMs,
    maxAgeMs,
    recipient: expected,
    audience: [...audiences, expected],
  })
  const failed = checks.find(({ passed }) => !passed)
  if (!failed) return
  const { check, message: because, found } = failed
  const detail = { check, because, expected: failed.expected, found }
  switch (failed.check) {
    case 'age':
      throw expiredAssertion('Token must be redeemed within 5 minutes of issuance', detail)
    case 'notOnOrAfter':
      throw expiredAssertion('Response has expired', detail)
    case 'recipient':
    case 'audience':
    case 'destination':
      throw invalidIdentityToken('Response does not contain the required audience', detail)
    default:
      throw invalidIdentityToken('Response signature invalid', detail)
  }
}
