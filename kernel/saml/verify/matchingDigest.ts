/** Rule: the element still has the digest that was signed. What comes back are the very bytes that were hashed. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { canonicalXml } from '../canonicalXml.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import type { Reference } from './oneReference.ts'
import type { PlacedSignature } from './signaturePlaces.ts'

export function matchingDigest(
  { signed, signature }: PlacedSignature,
  reference: Reference,
): Buffer {
  const { inclusivePrefixes, hash, digest } = reference
  const bytes = Buffer.from(canonicalXml(signed, { without: signature, inclusivePrefixes }))
  const computed = createHash(hash).update(bytes).digest()
  if (computed.length !== digest.length || !timingSafeEqual(computed, digest))
    throw new SamlRefusal('digest', `the ${signed.local} was changed after it was signed`, {
      expected: digest.toString('base64').slice(0, 100),
      found: computed.toString('base64'),
    })
  return bytes
}
