/** STS's side of a session token: AES-256-GCM over the packed session. */
import { createCipheriv, createHmac } from 'node:crypto'
import { packSession } from './packSession.ts'
import type { SealedSession } from './sealedSession.ts'
import type { SessionTokenKey } from './sessionTokenKey.ts'
import { headOf, ivLength, joinToken, longestToken } from './tokenLayout.ts'

export function sealSession(session: SealedSession, key: SessionTokenKey): string {
  const packed = packSession(session)
  const iv = syntheticIv(packed, key)
  const head = headOf(key.id)
  const cipher = createCipheriv('aes-256-gcm', key.encryption, iv).setAAD(head)
  const ciphertext = Buffer.concat([cipher.update(packed), cipher.final()])
  const token = joinToken({ head, iv, tag: cipher.getAuthTag(), ciphertext })
  if (token.length > longestToken) throw new Error('INVARIANT: a session too large for a token')
  return token
}

/** Out of the text itself (as in RFC 5297): one IV never covers two texts, not even when seeded randomness starts anew after a reset. */
const syntheticIv = (packed: Buffer, key: SessionTokenKey): Buffer =>
  createHmac('sha256', key.iv).update(packed).digest().subarray(0, ivLength)
