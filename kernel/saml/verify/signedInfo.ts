/** Rule: a Signature is one SignedInfo, one SignatureValue and at most one KeyInfo, in that order, and nothing else (XMLDSig 4.2). */
import { base64Bytes } from '../base64.ts'
import { signatureNs } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { elements, textOf, type XmlElement } from '../xmlElement.ts'

export interface SignatureParts {
  readonly info: XmlElement
  readonly canonicalization: XmlElement
  readonly method: XmlElement
  readonly reference: XmlElement
  readonly value: Buffer
}

/** KeyInfo is not even read: the key comes from the configuration, or anybody could sign. */
export function signedInfo(signature: XmlElement): SignatureParts {
  const [info, value] = sequence(signature, ['SignedInfo', 'SignatureValue'], ['KeyInfo'])
  const [canonicalization, method, reference] = sequence(info!, [
    'CanonicalizationMethod',
    'SignatureMethod',
    'Reference',
  ])
  return {
    info: info!,
    canonicalization: canonicalization!,
    method: method!,
    reference: reference!,
    value: base64Bytes(textOf(value!, 'signedInfo'), 'signedInfo', 'the SignatureValue'),
  }
}

/** The children of an element of XML Signature, which must be exactly these, in this order. */
export function sequence(
  of: XmlElement,
  required: readonly string[],
  optional: readonly string[] = [],
): XmlElement[] {
  const found = elements(of)
  const names = found.map(({ uri, local }) => (uri === signatureNs ? local : `other ${local}`))
  const allowed = [required, [...required, ...optional]].map((list) => list.join(' '))
  if (!allowed.includes(names.join(' ')))
    throw new SamlRefusal('signedInfo', `${of.local} is not made of ${required.join(', ')}`, {
      found: names.slice(0, 10),
    })
  return found
}
