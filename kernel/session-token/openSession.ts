/** IAM's side of a session token: the session that STS sealed, or nothing. Expiry is the reader's check. */
import { createDecipheriv } from 'node:crypto'
import { unpackSession } from './packSession.ts'
import type { SealedSession } from './sealedSession.ts'
import type { SessionTokenKey } from './sessionTokenKey.ts'
import { headOf, splitToken, type TokenParts, tagLength } from './tokenLayout.ts'

export function openSession(token: string, key: SessionTokenKey): SealedSession | undefined {
  const parts = splitToken(token)
  if (parts === undefined || !parts.head.equals(headOf(key.id))) return undefined
  const packed = decrypt(parts, key)
  return packed && unpackSession(packed)
}

function decrypt(parts: TokenParts, key: SessionTokenKey): Buffer | undefined {
  const options = { authTagLength: tagLength }
  const decipher = createDecipheriv('aes-256-gcm', key.encryption, parts.iv, options)
    .setAAD(parts.head)
    .setAuthTag(parts.tag)
  const text = decipher.update(parts.ciphertext)
  try {
    return Buffer.concat([text, decipher.final()])
  } catch {
    return undefined
  }
}
