/** What both kinds of SAML metadata share: one EntityDescriptor, its role, its signing certificates (SAML metadata 2.3, 2.4). */
import { base64Bytes } from './base64.ts'
import { metadataNs, protocolNs, signatureNs } from './names.ts'
import { parseXml } from './parseXml.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import {
  attribute,
  childrenNamed,
  descendants,
  element,
  onlyChild,
  textOf,
  type XmlElement,
} from './xmlElement.ts'

export interface Endpoint {
  readonly binding: string
  readonly location: string
}

/** IAM takes a metadata document of up to ten million characters; Identity Center only 75,000. */
export const metadataBytes = 10_000_000
const metadataElements = 100_000

export function entityDescriptor(
  entityId: string,
  role: XmlElement,
  organization?: XmlElement,
): XmlElement {
  return element('md:EntityDescriptor', metadataNs, { entityID: entityId }, [role, organization])
}

export function keyDescriptor(certificateBase64: string): XmlElement {
  const ds = (local: string, children: readonly (XmlElement | string)[]) =>
    element(`ds:${local}`, signatureNs, {}, children)
  return element('md:KeyDescriptor', metadataNs, { use: 'signing' }, [
    ds('KeyInfo', [ds('X509Data', [ds('X509Certificate', [certificateBase64])])]),
  ])
}

/** The entity id and the one role of that kind. A signature on the file is not looked at: who uploads it vouches for it. */
export function readEntity(
  xml: string | Uint8Array,
  role: 'IDPSSODescriptor' | 'SPSSODescriptor',
): { entityId: string; role: XmlElement; root: XmlElement } {
  const root = parseXml(xml, {
    maxBytes: metadataBytes,
    maxElements: metadataElements,
    comments: 'skip',
  })
  if (root.uri !== metadataNs || root.local !== 'EntityDescriptor')
    throw new SamlRefusal('message', 'the document is not an EntityDescriptor')
  const entityId = attribute(root, 'entityID')
  if (entityId === undefined || entityId === '')
    throw new SamlRefusal('message', 'the EntityDescriptor has no entityID')
  return { entityId, role: saml2Role(root, role), root }
}

function saml2Role(root: XmlElement, local: string): XmlElement {
  const role = onlyChild(root, metadataNs, local, 'message')
  const protocols = (attribute(role, 'protocolSupportEnumeration') ?? '').split(/\s+/)
  if (!protocols.includes(protocolNs))
    throw new SamlRefusal('message', `the ${local} does not speak SAML 2.0`)
  return role
}

/** Signing certificates in base64; a KeyDescriptor without use serves both purposes. */
export function signingCertificates(role: XmlElement): string[] {
  return childrenNamed(role, metadataNs, 'KeyDescriptor')
    .filter((key) => (attribute(key, 'use') ?? 'signing') === 'signing')
    .flatMap(descendants)
    .filter((each) => each.uri === signatureNs && each.local === 'X509Certificate')
    .map((each) =>
      base64Bytes(textOf(each, 'message'), 'message', 'a certificate').toString('base64'),
    )
}

export function endpoint(of: XmlElement): Endpoint {
  const binding = attribute(of, 'Binding')
  const location = attribute(of, 'Location')
  if (binding === undefined || location === undefined)
    throw new SamlRefusal('message', `a ${of.local} has no Binding or no Location`)
  return { binding, location }
}
