/**
 * What travels beside a statement for the asker's eyes alone: AES-256-GCM under a key of the hop credential,
 * tied to the ask. A JWS can be read by every onlooker, also by our own recorder; this cannot.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { HopCredential } from './hopCredential.ts'

const ivLength = 12
const tagLength = 16

type Keys = Pick<HopCredential, 'sealKey'>

export function seal(secret: Uint8Array, askHash: string, { sealKey }: Keys): string {
  const iv = syntheticIv(secret, askHash, sealKey)
  const cipher = createCipheriv('aes-256-gcm', sealKey.subarray(0, 32), iv).setAAD(
    Buffer.from(askHash),
  )
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')
}

/** The secret, or undefined where it was sealed for another ask, with another key, or altered. */
export function unseal(box: string, askHash: string, { sealKey }: Keys): Buffer | undefined {
  const bytes = Buffer.from(box, 'base64url')
  if (bytes.length < ivLength + tagLength) return undefined
  const options = { authTagLength: tagLength }
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sealKey.subarray(0, 32),
    bytes.subarray(0, ivLength),
    options,
  )
    .setAAD(Buffer.from(askHash))
    .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
  const text = decipher.update(bytes.subarray(ivLength + tagLength))
  try {
    return Buffer.concat([text, decipher.final()])
  } catch {
    return undefined
  }
}

/** Of the text and its ask: an ask that was sent twice may have two answers, never under one IV. */
const syntheticIv = (secret: Uint8Array, askHash: string, sealKey: Buffer): Buffer =>
  createHmac('sha256', sealKey.subarray(32))
    .update(askHash)
    .update(secret)
    .digest()
    .subarray(0, ivLength)
