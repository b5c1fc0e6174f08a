/** Rule: the signature value fits SignedInfo under the key of a configured certificate. */
import { verify } from 'node:crypto'
import { canonicalXml } from '../canonicalXml.ts'
import { certificateKey } from '../certificateKey.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { signatureHash } from './algorithms.ts'
import type { SignatureParts } from './signedInfo.ts'
import { inclusivePrefixes } from './transforms.ts'

/** The fingerprint of the certificate that fits; metadata holds several while a key is being replaced. */
export function trustedKey(parts: SignatureParts, certificates: readonly string[]): string {
  const hash = signatureHash(parts.method)
  const prefixes = inclusivePrefixes(parts.canonicalization)
  const bytes = Buffer.from(canonicalXml(parts.info, { inclusivePrefixes: prefixes }))
  const found = certificates
    .map(certificateKey)
    .filter((each) => each !== undefined)
    .find(({ key }) => verify(hash, bytes, key, parts.value))
  if (found === undefined)
    throw new SamlRefusal('signature', 'no configured certificate fits the signature')
  return found.fingerprint
}
