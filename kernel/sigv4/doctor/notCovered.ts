/** What of a request its signature does not cover: it may have been changed on the way without anybody noticing. */
import { collectHeaders } from '../canonicalHeaders.ts'
import type { SignatureClaim } from '../verify/signatureClaim.ts'

export interface NotCovered {
  /** Names in lower case. */
  readonly headers: readonly string[]
  readonly body: boolean
}

export function notCovered(rawHeaders: readonly string[], claim: SignatureClaim): NotCovered {
  const signed = new Set(claim.signedHeaders)
  const names = [...collectHeaders(rawHeaders).values.keys()]
  return {
    // The signature stands in there itself.
    headers: names.filter((name) => !signed.has(name) && name !== 'authorization'),
    body: claim.payload.mode !== 'signed',
  }
}
