/** Rule: RSA with SHA-2 and nothing else. HMAC would take a public key for a secret; SHA-1 has collisions. */
import { SamlRefusal } from '../SamlRefusal.ts'
import { attribute, elements, type XmlElement } from '../xmlElement.ts'

export type Hash = 'sha256' | 'sha384' | 'sha512'

/** RFC 9231 2.3.2. */
const signatureMethods: ReadonlyMap<string, Hash> = new Map([
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'sha256'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'sha384'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'sha512'],
])

const digestMethods: ReadonlyMap<string, Hash> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
])

export const signatureHash = (method: XmlElement): Hash => allowed(method, signatureMethods)

export const digestHash = (method: XmlElement): Hash => allowed(method, digestMethods)

function allowed(method: XmlElement, list: ReadonlyMap<string, Hash>): Hash {
  const name = attribute(method, 'Algorithm') ?? ''
  const hash = list.get(name)
  // Parameters (HMACOutputLength and the like) belong to algorithms that are not on the list.
  if (hash === undefined || elements(method).length > 0)
    throw new SamlRefusal('algorithm', `${method.local} is not on the list of those allowed`, {
      found: name.slice(0, 200),
    })
  return hash
}
