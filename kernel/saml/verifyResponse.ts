/** From a Response as it came in to an Assertion that somebody we trust has signed. The rules run in this order, one file each. */
import { parseXml } from './parseXml.ts'
import { type AssertionClaims, readAssertion } from './readAssertion.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import { expectedIssuer } from './verify/expectedIssuer.ts'
import { oneAssertion } from './verify/oneAssertion.ts'
import { oneResponse } from './verify/oneResponse.ts'
import { signaturePlaces } from './verify/signaturePlaces.ts'
import { successStatus } from './verify/successStatus.ts'
import { uniqueIds } from './verify/uniqueIds.ts'
import {
  type SignatureEvidence,
  type VerifiedSignature,
  verifySignature,
} from './verify/verifySignature.ts'
import { attribute, type XmlElement } from './xmlElement.ts'

export interface Trust {
  /** Those of the identity provider's metadata: PEM, or DER in base64. */
  readonly certificates: readonly string[]
  /** Its entity id. */
  readonly issuer: string
}

export interface VerifiedAssertion extends AssertionClaims {
  readonly responseId: string
  /** Of the Response. Proved only where the Response is signed; a wrong one is refused either way. */
  readonly destination?: string | undefined
  readonly responseInResponseTo?: string | undefined
  readonly signedElement: 'Assertion' | 'Response' | 'both'
  /** Of the Assertion's own signature, else of the Response's. */
  readonly evidence: SignatureEvidence
}

/**
 * Refuses with the name of the failed check, or returns claims read from the bytes that were hashed.
 *
 * @example
 * const assertion = verifyResponse(decodePost(form.SAMLResponse), { certificates, issuer })
 * checkAssertion(assertion, { now: clock.now(), skewMs: 180_000, audience: [entityId], recipient: acsUrl })
 */
export function verifyResponse(xml: string | Uint8Array, trust: Trust): VerifiedAssertion {
  const response = parseXml(xml)
  oneResponse(response)
  uniqueIds(response)
  successStatus(response)
  const assertion = oneAssertion(response)
  expectedIssuer(response, assertion, trust.issuer)
  const verified = signaturePlaces(response, assertion).map((placed) =>
    verifySignature(placed, trust.certificates),
  )
  return claimsOf(verified, response, trust)
}

/**
 * INVARIANT: claims come from the canonical bytes that were hashed, parsed anew. The document that
 * came in was only looked at to refuse; no pointer into it survives, so nothing unsigned can be read.
 */
function claimsOf(
  verified: readonly VerifiedSignature[],
  response: XmlElement,
  trust: Trust,
): VerifiedAssertion {
  const onAssertion = verified.find(({ on }) => on === 'Assertion')
  const onResponse = verified.find(({ on }) => on === 'Response')
  const source = onAssertion ?? onResponse
  if (source === undefined) throw new SamlRefusal('signed', 'nothing is signed')
  const envelope = onResponse === undefined ? response : parseXml(onResponse.bytes)
  const signed = parseXml(source.bytes)
  const assertion = onAssertion === undefined ? oneAssertion(signed) : signed
  expectedIssuer(envelope, assertion, trust.issuer)
  return {
    ...readAssertion(assertion),
    responseId: attribute(envelope, 'ID') ?? '',
    destination: attribute(envelope, 'Destination'),
    responseInResponseTo: attribute(envelope, 'InResponseTo'),
    signedElement: signedElement(onAssertion, onResponse),
    evidence: source.evidence,
  }
}

function signedElement(
  onAssertion: VerifiedSignature | undefined,
  onResponse: VerifiedSignature | undefined,
): VerifiedAssertion['signedElement'] {
  if (onAssertion !== undefined && onResponse !== undefined) return 'both'
  return onAssertion === undefined ? 'Response' : 'Assertion'
}
