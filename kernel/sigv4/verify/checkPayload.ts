/** Last phase, once the body is there: it is the one that was signed. */
import { errorsByStyle } from '../errors/errorsByStyle.ts'
import { sha256Hex } from '../sha256Hex.ts'
import { canonicalStyle } from '../signatureStyle.ts'
import type { SignatureClaim } from './signatureClaim.ts'

export function checkPayload(claim: SignatureClaim, body: Buffer): void {
  // Elsewhere the canonical request was built from this body: the signature has compared it already.
  if (canonicalStyle(claim.style) === 'standard') return
  checkPayloadHash(claim, () => sha256Hex(body))
}

/** The same for a body that was hashed while it flowed; `computed` is asked only where the body is signed. */
export function checkPayloadHash(claim: SignatureClaim, computed: () => string): void {
  switch (claim.payload.mode) {
    case 'unsigned':
      return
    case 'signed':
      compare(claim, computed())
      return
    case 'streaming-signed':
    case 'streaming-signed-trailer':
    case 'streaming-unsigned-trailer':
    case 'streaming-v4a':
    case 'streaming-v4a-trailer':
      throw new Error('INVARIANT: a streaming payload is refused before its body is read')
  }
}

function compare({ style, payload }: SignatureClaim, computed: string): void {
  if (payload.hash.toLowerCase() === computed) return
  throw errorsByStyle[style].payloadHashDiffers(payload.hash, computed)
}
