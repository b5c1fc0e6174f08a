/** One signature, from its form to its key (XMLDSig 3.2: first the reference, then the signature value). */
import { attribute } from '../xmlElement.ts'
import { matchingDigest } from './matchingDigest.ts'
import { oneReference } from './oneReference.ts'
import type { PlacedSignature } from './signaturePlaces.ts'
import { signedInfo } from './signedInfo.ts'
import { trustedKey } from './trustedKey.ts'

/** What a page can show of a signature that held. */
export interface SignatureEvidence {
  readonly algorithm: string
  /** Of the signed element, base64. */
  readonly digest: string
  /** SHA-256 of the configured certificate whose key fits. */
  readonly certificateFingerprint: string
  /** The ID of the signed element. */
  readonly referenceId: string
}

export interface VerifiedSignature {
  readonly on: PlacedSignature['on']
  /** The canonical bytes that were hashed: the only thing that the signature vouches for. */
  readonly bytes: Buffer
  readonly evidence: SignatureEvidence
}

export function verifySignature(
  placed: PlacedSignature,
  certificates: readonly string[],
): VerifiedSignature {
  const parts = signedInfo(placed.signature)
  const reference = oneReference(parts.reference, placed.signed)
  const bytes = matchingDigest(placed, reference)
  const certificateFingerprint = trustedKey(parts, certificates)
  return {
    on: placed.on,
    bytes,
    evidence: {
      algorithm: attribute(parts.method, 'Algorithm') ?? '',
      digest: reference.digest.toString('base64'),
      certificateFingerprint,
      referenceId: reference.id,
    },
  }
}
