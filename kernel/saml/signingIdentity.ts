/** Who signs: a private key and the certificate by which others know it. */
import { X509Certificate } from 'node:crypto'
import type { Clock } from '#kernel/clock/clock.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import { certificate } from './certificate.ts'
import { keyPair } from './keyPair.ts'

export interface SigningIdentity {
  /** PKCS #8. */
  readonly privateKeyPem: string
  readonly certificatePem: string
  /** DER in base64, as KeyInfo and metadata hold it. */
  readonly certificateBase64: string
}

export interface SigningIdentityRequest {
  readonly commonName: string
  readonly ids: Ids
  readonly clock: Clock
}

const day = 24 * 60 * 60 * 1000
const tenYears = 3652 * day

/** Takes about 100 ms, off the main thread: ask for it on first use, keep the promise. */
export async function createSigningIdentity({
  commonName,
  ids,
  clock,
}: SigningIdentityRequest): Promise<SigningIdentity> {
  const keys = await keyPair()
  const now = clock.now()
  const certificatePem = await certificate(keys, {
    commonName,
    // RFC 5280 4.1.2.2: positive, so the first bit must not be set.
    serialNumber: `1${ids.hex(31)}`,
    notBefore: now - day,
    notAfter: now + tenYears,
  })
  return {
    privateKeyPem: keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificatePem,
    certificateBase64: new X509Certificate(certificatePem).raw.toString('base64'),
  }
}
