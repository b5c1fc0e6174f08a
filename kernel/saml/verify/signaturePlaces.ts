/** Rule: a Signature stands only as direct child of the Response or of its Assertion, once in each, and at least one is there. */
import { signatureNs } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { descendants, elements, type XmlElement } from '../xmlElement.ts'

export interface PlacedSignature {
  readonly on: 'Assertion' | 'Response'
  /** The element that the signature must be about: its parent. */
  readonly signed: XmlElement
  readonly signature: XmlElement
}

export function signaturePlaces(response: XmlElement, assertion: XmlElement): PlacedSignature[] {
  const placed = [...placedIn(response, 'Response'), ...placedIn(assertion, 'Assertion')]
  const all = descendants(response).filter(({ local }) => local === 'Signature')
  if (all.length !== placed.length)
    throw new SamlRefusal('signaturePlace', 'a Signature stands where none may stand')
  if (placed.length === 0)
    throw new SamlRefusal('signed', 'neither the Response nor the Assertion is signed')
  return placed
}

function placedIn(signed: XmlElement, on: PlacedSignature['on']): PlacedSignature[] {
  const found = elements(signed).filter(
    ({ uri, local }) => uri === signatureNs && local === 'Signature',
  )
  if (found.length > 1)
    throw new SamlRefusal('signaturePlace', `the ${on} holds ${found.length} signatures`)
  return found.map((signature) => ({ on, signed, signature }))
}
