/** Metadata of a service provider: where Responses may be sent (SAML metadata 2.4.4). */
import {
  endpoint,
  entityDescriptor,
  keyDescriptor,
  readEntity,
  signingCertificates,
} from './metadata.ts'
import { bindings, metadataNs, nameIdFormats, protocolNs } from './names.ts'
import { printDocument } from './printDocument.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import { attribute, childrenNamed, element, type XmlElement } from './xmlElement.ts'

export interface SpMetadata {
  readonly entityId: string
  /** Assertion consumer services by HTTP-POST, the default one first. */
  readonly acsUrls: readonly string[]
  readonly certificates?: readonly string[] | undefined
}

export async function buildSpMetadata({
  entityId,
  acsUrls,
  certificates = [],
}: SpMetadata): Promise<string> {
  const role = element(
    'md:SPSSODescriptor',
    metadataNs,
    {
      AuthnRequestsSigned: 'false',
      WantAssertionsSigned: 'true',
      protocolSupportEnumeration: protocolNs,
    },
    [
      ...certificates.map(keyDescriptor),
      element('md:NameIDFormat', metadataNs, {}, [nameIdFormats.emailAddress]),
      ...acsUrls.map(consumerService),
    ],
  )
  return printDocument(entityDescriptor(entityId, role))
}

function consumerService(location: string, index: number) {
  return element('md:AssertionConsumerService', metadataNs, {
    Binding: bindings.post,
    Location: location,
    index: String(index),
    isDefault: index === 0 ? 'true' : undefined,
  })
}

export function readSpMetadata(xml: string | Uint8Array): Required<SpMetadata> {
  const { entityId, role } = readEntity(xml, 'SPSSODescriptor')
  const acsUrls = childrenNamed(role, metadataNs, 'AssertionConsumerService')
    .sort(byDefault)
    .map(endpoint)
    .filter(({ binding }) => binding === bindings.post)
    .map(({ location }) => location)
  if (acsUrls.length === 0)
    throw new SamlRefusal('message', 'the metadata names no AssertionConsumerService by HTTP-POST')
  return { entityId, acsUrls, certificates: signingCertificates(role) }
}

const isDefault = (of: XmlElement) => ['true', '1'].includes(attribute(of, 'isDefault') ?? 'false')

const byDefault = (a: XmlElement, b: XmlElement) => Number(isDefault(b)) - Number(isDefault(a))
