/** Rule: the signature is about its parent and says so by ID. Nothing is looked up, so nothing else can be found. */
import { base64Bytes } from '../base64.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { attribute, textOf, type XmlElement } from '../xmlElement.ts'
import { digestHash, type Hash } from './algorithms.ts'
import { sequence } from './signedInfo.ts'
import { transforms } from './transforms.ts'

export interface Reference {
  readonly id: string
  readonly inclusivePrefixes: readonly string[]
  readonly hash: Hash
  readonly digest: Buffer
}

/** xs:ID is an NCName; those in use are plainer still, and need no escaping anywhere. */
const plainId = /^[A-Za-z_][A-Za-z0-9_.-]{0,255}$/

export function oneReference(reference: XmlElement, signed: XmlElement): Reference {
  const id = attribute(signed, 'ID') ?? ''
  if (!plainId.test(id)) throw new SamlRefusal('reference', `the ${signed.local} has no plain ID`)
  if (attribute(reference, 'URI') !== `#${id}`)
    throw new SamlRefusal('reference', 'the signature is not about the element that holds it', {
      expected: `#${id}`,
      found: attribute(reference, 'URI')?.slice(0, 200),
    })
  const [list, method, value] = sequence(reference, ['Transforms', 'DigestMethod', 'DigestValue'])
  return {
    id,
    inclusivePrefixes: transforms(list!),
    hash: digestHash(method!),
    digest: base64Bytes(textOf(value!, 'signedInfo'), 'signedInfo', 'the DigestValue'),
  }
}
