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
  const { X509CertificateGenerator, KeyUsagesExtension, KeyUsageFlags } = await x509()
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

/** It is CommonJS: Node gives its members by name, our bundle only as `default`. It wants Reflect.metadata first. */
async function x509() {
  await import('reflect-metadata')
  const loaded: Loaded & { readonly default?: Loaded } = await import('@peculiar/x509')
  return loaded.default ?? loaded
}

type Loaded = typeof import('@peculiar/x509')

async function webKeys({ privateKey, publicKey }: KeyPair): Promise<webcrypto.CryptoKeyPair> {
  const { subtle } = webcrypto
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return {
    privateKey: await subtle.importKey('pkcs8', pkcs8, signing, false, ['sign']),
    publicKey: await subtle.importKey('spki', spki, signing, true, ['verify']),
  }
}
