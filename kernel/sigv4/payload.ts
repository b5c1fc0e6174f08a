/** What stands for the body in the canonical request, and how far the signature therefore covers it. */

export type PayloadMode =
  /** The hash of the body: the body cannot change. */
  | 'signed'
  /** Only the headers are signed; a changed body goes unnoticed. AWS allows it on S3. */
  | 'unsigned'
  | 'streaming-signed'
  | 'streaming-signed-trailer'
  | 'streaming-unsigned-trailer'
  | 'streaming-v4a'
  | 'streaming-v4a-trailer'

export interface Payload {
  readonly mode: PayloadMode
  /** Last line of the canonical request: hexadecimal SHA-256, or the literal that names the mode. */
  readonly hash: string
}

export const EMPTY_PAYLOAD_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const LITERALS: ReadonlyMap<string, PayloadMode> = new Map<string, PayloadMode>([
  ['UNSIGNED-PAYLOAD', 'unsigned'],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'streaming-signed'],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', 'streaming-signed-trailer'],
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'streaming-unsigned-trailer'],
  ['STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD', 'streaming-v4a'],
  ['STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER', 'streaming-v4a-trailer'],
])

/** Reads `x-amz-content-sha256`; undefined where it is neither a literal nor a hash. */
export function declaredPayload(value: string): Payload | undefined {
  const mode = LITERALS.get(value)
  if (mode !== undefined) return { mode, hash: value }
  return /^[0-9a-fA-F]{64}$/.test(value) ? { mode: 'signed', hash: value } : undefined
}
