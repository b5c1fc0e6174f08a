/**
 * Signature wrapping: the signed element stays whole somewhere, and a forged one stands where it is read.
 * The eight shapes of Somorovsky et al., "On Breaking SAML" (USENIX Security 2012), table 2.
 */
import { canonicalXml } from '#kernel/saml/canonicalXml.ts'
import { assertionNs, protocolNs, signatureNs } from '#kernel/saml/names.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import {
  childrenNamed,
  element,
  isElement,
  onlyChild,
  type XmlElement,
  type XmlNode,
} from '#kernel/saml/xmlElement.ts'

type Wrapper = (response: XmlElement, evilId: string) => XmlElement

const assertionOf = (response: XmlElement) =>
  onlyChild(response, assertionNs, 'Assertion', 'oneAssertion')

const signatureOf = (of: XmlElement) => childrenNamed(of, signatureNs, 'Signature')[0]

const withChildren = (of: XmlElement, children: readonly XmlNode[]): XmlElement => ({
  ...of,
  children,
})

const without = (of: XmlElement, child: XmlElement | undefined) =>
  withChildren(
    of,
    of.children.filter((each) => each !== child),
  )

const replace = (of: XmlElement, old: XmlElement, now: readonly XmlNode[]) =>
  withChildren(
    of,
    of.children.flatMap((each) => (each === old ? now : [each])),
  )

const append = (of: XmlElement, child: XmlElement) => withChildren(of, [...of.children, child])

/** A copy that says it is Eva, under another ID or the same one, without its signature. */
function forged(of: XmlElement, id: string): XmlElement {
  const copy = (each: XmlNode): XmlNode =>
    isElement(each)
      ? withChildren(each, each.children.map(copy))
      : each.replace('ana@example.com', 'eva@example.com')
  const bare = without(of, signatureOf(of))
  return {
    ...withChildren(bare, bare.children.map(copy)),
    attributes: of.attributes.map((each) => (each.name === 'ID' ? { ...each, value: id } : each)),
  }
}

/** A forged Response whose Assertion is forged too and unsigned. */
function forgedResponse(response: XmlElement, id: string): XmlElement {
  const copy = forged(response, id)
  const assertion = assertionOf(copy)
  return replace(copy, assertion, [forged(assertion, `${id}_inner`)])
}

const ds = (local: string, children: readonly XmlNode[]) =>
  element(`ds:${local}`, signatureNs, {}, children)

export const responseWrappers: Readonly<Record<string, Wrapper>> = {
  'XSW1: the original Response inside the Signature of the forged one': (response, id) => {
    const signature = append(signatureOf(response)!, without(response, signatureOf(response)))
    return append(forgedResponse(response, id), signature)
  },
  'XSW2: the original Response beside a detached Signature': (response, id) => {
    const evil = append(forgedResponse(response, id), without(response, signatureOf(response)))
    return append(evil, signatureOf(response)!)
  },
  'the original Response in Extensions of the forged one': (response, id) =>
    append(forgedResponse(response, id), element('samlp:Extensions', protocolNs, {}, [response])),
  'the original Response in an Object of the Signature': (response, id) => {
    const original = without(response, signatureOf(response))
    const signature = append(signatureOf(response)!, ds('Object', [original]))
    return append(forgedResponse(response, id), signature)
  },
}

export const assertionWrappers: Readonly<Record<string, Wrapper>> = {
  'XSW3: the forged Assertion before the original': (response, id) => {
    const original = assertionOf(response)
    return replace(response, original, [forged(original, id), original])
  },
  'XSW4: the original inside the forged Assertion': (response, id) => {
    const original = assertionOf(response)
    return replace(response, original, [append(forged(original, id), original)])
  },
  'XSW5: the Signature in the forged Assertion, the original behind it': (response, id) => {
    const original = assertionOf(response)
    const evil = append(forged(original, id), signatureOf(original)!)
    return replace(response, original, [evil, without(original, signatureOf(original))])
  },
  'XSW6: the original inside the Signature of the forged Assertion': (response, id) => {
    const original = assertionOf(response)
    const signature = append(signatureOf(original)!, without(original, signatureOf(original)))
    return replace(response, original, [append(forged(original, id), signature)])
  },
  'XSW7: the forged Assertion in Extensions': (response, id) => {
    const original = assertionOf(response)
    const extensions = element('samlp:Extensions', protocolNs, {}, [forged(original, id)])
    return replace(response, original, [extensions, original])
  },
  'XSW8: the original in an Object of the Signature of the forged Assertion': (response, id) => {
    const original = assertionOf(response)
    const object = ds('Object', [without(original, signatureOf(original))])
    const signature = append(signatureOf(original)!, object)
    return replace(response, original, [append(forged(original, id), signature)])
  },
  'the forged Assertion after the original': (response, id) => {
    const original = assertionOf(response)
    return replace(response, original, [original, forged(original, id)])
  },
  'the original in Advice of the forged Assertion': (response, id) => {
    const original = assertionOf(response)
    const advice = element('saml:Advice', assertionNs, {}, [original])
    return replace(response, original, [append(forged(original, id), advice)])
  },
  'the forged Assertion in the StatusDetail': (response, id) => {
    const original = assertionOf(response)
    const status = onlyChild(response, protocolNs, 'Status', 'status')
    const detail = element('samlp:StatusDetail', protocolNs, {}, [forged(original, id)])
    return replace(response, status, [append(status, detail)])
  },
  'the forged Assertion as a child of another namespace': (response, id) => {
    const original = assertionOf(response)
    const evil = { ...forged(original, id), uri: 'urn:evil', prefix: 'saml' }
    return replace(response, original, [evil, original])
  },
  'the forged Assertion instead of the original, with its Signature': (response, id) => {
    const original = assertionOf(response)
    return replace(response, original, [append(forged(original, id), signatureOf(original)!)])
  },
}

export function wrapped(xml: string, wrapper: Wrapper, evilId: string): string {
  return canonicalXml(wrapper(parseXml(xml), evilId))
}
