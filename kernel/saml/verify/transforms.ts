/** Rule: what is hashed is the element without its signature, in exclusive canonical XML: these two transforms, in this order. */
import { envelopedSignature, exclusiveC14n } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { attribute, elements, type XmlElement } from '../xmlElement.ts'
import { sequence } from './signedInfo.ts'

/** The prefixes that the canonical form writes wherever they are in scope. */
export function transforms(of: XmlElement): string[] {
  const [enveloped, canonical] = sequence(of, ['Transform', 'Transform'])
  if (attribute(enveloped!, 'Algorithm') !== envelopedSignature || elements(enveloped!).length > 0)
    throw new SamlRefusal('transforms', 'the first transform is not enveloped-signature')
  return inclusivePrefixes(canonical!)
}

/** Of a CanonicalizationMethod or a Transform, which must be exclusive canonical XML (its section 3: PrefixList). */
export function inclusivePrefixes(method: XmlElement): string[] {
  if (attribute(method, 'Algorithm') !== exclusiveC14n)
    throw new SamlRefusal('transforms', `${method.local} is not exclusive canonical XML`)
  const [list, ...others] = elements(method)
  if (list === undefined) return []
  if (others.length > 0 || list.uri !== exclusiveC14n || list.local !== 'InclusiveNamespaces')
    throw new SamlRefusal('transforms', `${method.local} holds more than InclusiveNamespaces`)
  return prefixList(attribute(list, 'PrefixList') ?? '')
}

const maxPrefixes = 20

/** Each prefix is looked for at each element, so a long list would be work for us at no cost to the sender. */
function prefixList(text: string): string[] {
  const prefixes = text.split(/[\t\n\r ]+/).filter((prefix) => prefix !== '')
  if (prefixes.length > maxPrefixes)
    throw new SamlRefusal('transforms', `the PrefixList holds ${prefixes.length} prefixes`)
  return prefixes.map((prefix) => (prefix === '#default' ? '' : prefix))
}
