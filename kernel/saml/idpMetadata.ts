/** Metadata of an identity provider: what a service provider must know to trust it (SAML metadata 2.4.3). */
import {
  type Endpoint,
  endpoint,
  entityDescriptor,
  keyDescriptor,
  readEntity,
  signingCertificates,
} from './metadata.ts'
import { metadataNs, nameIdFormats, protocolNs } from './names.ts'
import { organizationElement, organizationName } from './organization.ts'
import { printDocument } from './printDocument.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import { childrenNamed, element } from './xmlElement.ts'

export interface IdpMetadata {
  readonly entityId: string
  /** DER in base64. Several while a key is being replaced. */
  readonly certificates: readonly string[]
  readonly singleSignOn: readonly Endpoint[]
  /** The company's name, as people know it. */
  readonly company?: string | undefined
}

export async function buildIdpMetadata({
  entityId,
  certificates,
  singleSignOn,
  company,
}: IdpMetadata): Promise<string> {
  const role = element(
    'md:IDPSSODescriptor',
    metadataNs,
    { WantAuthnRequestsSigned: 'false', protocolSupportEnumeration: protocolNs },
    [
      ...certificates.map(keyDescriptor),
      element('md:NameIDFormat', metadataNs, {}, [nameIdFormats.emailAddress]),
      ...singleSignOn.map(({ binding, location }) =>
        element('md:SingleSignOnService', metadataNs, { Binding: binding, Location: location }),
      ),
    ],
  )
  const organization = company && organizationElement({ name: company, url: entityId })
  return printDocument(entityDescriptor(entityId, role, organization || undefined))
}

export function readIdpMetadata(xml: string | Uint8Array): IdpMetadata {
  const { entityId, role, root } = readEntity(xml, 'IDPSSODescriptor')
  const certificates = signingCertificates(role)
  const singleSignOn = childrenNamed(role, metadataNs, 'SingleSignOnService').map(endpoint)
  if (certificates.length === 0)
    throw new SamlRefusal('message', 'the metadata names no signing certificate')
  if (singleSignOn.length === 0)
    throw new SamlRefusal('message', 'the metadata names no SingleSignOnService')
  return { entityId, certificates, singleSignOn, company: organizationName(root) }
}
