/** The key of session tokens: STS seals with it, IAM opens with it, nobody else has it. */
import { hkdfSync } from 'node:crypto'

export interface SessionTokenKey {
  /** Stands in each token, so that a token of another key is known as such. */
  readonly id: Buffer
  readonly encryption: Buffer
  readonly iv: Buffer
}

/** From `sessionTokenKey` of the service's keys. */
export function deriveSessionTokenKey(base64: string): SessionTokenKey {
  const secret = Buffer.from(base64, 'base64')
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'session-token', purpose, length))
  return { id: derive('id', 4), encryption: derive('encryption', 32), iv: derive('iv', 32) }
}
