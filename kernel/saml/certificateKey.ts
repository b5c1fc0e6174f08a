/** The public key in a certificate that metadata names. */
import { type KeyObject, X509Certificate } from 'node:crypto'
import { base64Bytes } from './base64.ts'
import { SamlRefusal } from './SamlRefusal.ts'

export interface CertificateKey {
  readonly key: KeyObject
  /** SHA-256 of the certificate, `AB:CD:…`. */
  readonly fingerprint: string
}

const minimumBits = 2048

/**
 * From PEM or from DER in base64; undefined where the key could never be used. Its dates and its issuer are not looked at: in SAML a certificate
 * only carries a key (SAML metadata interoperability profile 2.6), and IAM ignores its expiry too.
 */
export function certificateKey(text: string): CertificateKey | undefined {
  const { publicKey, fingerprint256 } = parse(text)
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0
  if (publicKey.asymmetricKeyType !== 'rsa' || bits < minimumBits) return undefined
  return { key: publicKey, fingerprint: fingerprint256 }
}

function parse(text: string): X509Certificate {
  try {
    if (text.includes('-----BEGIN')) return new X509Certificate(text)
    return new X509Certificate(base64Bytes(text, 'signature', 'the certificate'))
  } catch {
    throw new SamlRefusal('signature', 'the configured certificate cannot be read')
  }
}
