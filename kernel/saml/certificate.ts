/** A self-signed X.509 certificate around a key: SAML trusts the certificate that metadata names, not a chain. */
import { webcrypto } from 'node:crypto'
import type { KeyPair } from './keyPair.ts'

export interface CertificateRequest {
  readonly commonName: string
  /** Hexadecimal, positive. */
  readonly serialNumber: string
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  readonly notAfter: number
}

const signing = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/** PEM. The library that writes it is loaded on first use: it would cost every start 100 ms. */
export async function certificate(keys: KeyPair, request: CertificateRequest): Promise<string> {
  await import('reflect-metadata')
  const { X509CertificateGenerator, KeyUsagesExtension, KeyUsageFlags } = await import(
    '@peculiar/x509'
  )
  const made = await X509CertificateGenerator.createSelfSigned({
    serialNumber: request.serialNumber,
    name: [{ CN: [request.commonName] }],
    notBefore: new Date(request.notBefore),
    notAfter: new Date(request.notAfter),
    signingAlgorithm: signing,
    keys: await webKeys(keys),
    extensions: [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)],
  })
  return made.toString('pem')
}

async function webKeys({ privateKey, publicKey }: KeyPair): Promise<webcrypto.CryptoKeyPair> {
  const { subtle } = webcrypto
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return {
    privateKey: await subtle.importKey('pkcs8', pkcs8, signing, false, ['sign']),
    publicKey: await subtle.importKey('spki', spki, signing, true, ['verify']),
  }
}
