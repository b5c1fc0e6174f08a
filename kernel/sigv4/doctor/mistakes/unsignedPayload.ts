/** A literal that stands for an unsigned or streamed body was signed; the request says otherwise, or the service takes none. */
import { mistake, signing } from '../mistake.ts'

const literals = [
  'UNSIGNED-PAYLOAD',
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
]

export const unsignedPayload = mistake('unsignedPayload', (input) =>
  literals.map((literal) => signing(input, { payloadHash: literal }, { literal })),
)
