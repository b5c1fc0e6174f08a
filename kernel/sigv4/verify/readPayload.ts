/** What the signature says of the body. S3 takes the client's word now and compares later, when the body is there. */
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import { declaredPayload, EMPTY_PAYLOAD_HASH, type Payload } from '../payload.ts'
import { sha256Hex } from '../sha256Hex.ts'
import { canonicalStyle, type SignatureStyle } from '../signatureStyle.ts'

export interface PayloadSource {
  readonly style: SignatureStyle
  /** `x-amz-content-sha256`, where there is one. */
  readonly declared: string | undefined
  readonly body: Buffer
}

export function readPayload(
  { style, declared, body }: PayloadSource,
  errors: SignatureErrors,
): Payload {
  if (canonicalStyle(style) === 'standard') return { mode: 'signed', hash: bodyHash(body) }
  if (declared === undefined) throw errors.missingPayloadHash()
  const payload = declaredPayload(declared)
  if (payload === undefined) throw errors.malformedPayloadHash(declared)
  return verifiable(payload, errors)
}

const bodyHash = (body: Buffer) => (body.length === 0 ? EMPTY_PAYLOAD_HASH : sha256Hex(body))

/** Refuses every mode that nobody would verify further on. */
function verifiable(payload: Payload, errors: SignatureErrors): Payload {
  switch (payload.mode) {
    case 'signed':
    case 'unsigned':
      return payload
    case 'streaming-signed':
    case 'streaming-signed-trailer':
    case 'streaming-unsigned-trailer':
    case 'streaming-v4a':
    case 'streaming-v4a-trailer':
      throw errors.notImplemented('x-amz-content-sha256')
  }
}
