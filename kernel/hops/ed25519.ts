/** Ed25519 keys from their 32 raw bytes (RFC 8032; DER as in RFC 8410). */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

export const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })

export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' })

/** The 32 public bytes that belong to a seed. */
export const publicBytesOf = (seed: Uint8Array): Buffer =>
  createPublicKey(privateKeyOf(seed))
    .export({ format: 'der', type: 'spki' })
    .subarray(spkiPrefix.length)
