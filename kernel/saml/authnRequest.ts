/** AuthnRequest: a service provider asks the identity provider who the person is (SAML core 3.4.1). Unsigned, as Identity Center sends it. */
import { printInstant, readInstant } from './instant.ts'
import { assertionNs, bindings, nameIdFormats, protocolNs } from './names.ts'
import { parseXml } from './parseXml.ts'
import { printDocument } from './printDocument.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import {
  attribute,
  element,
  onlyChild,
  optionalChild,
  textOf,
  type XmlElement,
} from './xmlElement.ts'

export interface AuthnRequest {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly issueInstant: number
  /** The entity id of the service provider. */
  readonly issuer: string
  /** Where the request is sent. */
  readonly destination?: string | undefined
  /** Where the Response is wanted; the identity provider believes it only if metadata says so too. */
  readonly acsUrl?: string | undefined
  readonly forceAuthn: boolean
  /** The identity provider may not ask the person anything. */
  readonly isPassive: boolean
  readonly nameIdFormat?: string | undefined
}

export type AuthnRequestToBuild = Omit<AuthnRequest, 'forceAuthn' | 'isPassive'> &
  Partial<Pick<AuthnRequest, 'forceAuthn' | 'isPassive'>>

export async function buildAuthnRequest(request: AuthnRequestToBuild): Promise<string> {
  const attributes = {
    ID: request.id,
    Version: '2.0',
    IssueInstant: printInstant(request.issueInstant),
    Destination: request.destination,
    AssertionConsumerServiceURL: request.acsUrl,
    ProtocolBinding: bindings.post,
    ForceAuthn: request.forceAuthn === true ? 'true' : undefined,
    IsPassive: request.isPassive === true ? 'true' : undefined,
  }
  return printDocument(
    element('samlp:AuthnRequest', protocolNs, attributes, [
      element('saml:Issuer', assertionNs, {}, [request.issuer]),
      element('samlp:NameIDPolicy', protocolNs, {
        Format: request.nameIdFormat ?? nameIdFormats.emailAddress,
      }),
    ]),
  )
}

export function readAuthnRequest(xml: string | Uint8Array): AuthnRequest {
  const root = parseXml(xml)
  if (root.uri !== protocolNs || root.local !== 'AuthnRequest')
    throw new SamlRefusal('message', 'the document is not an AuthnRequest')
  if (attribute(root, 'Version') !== '2.0')
    throw new SamlRefusal('message', 'the AuthnRequest is not of SAML 2.0')
  refuseOtherBinding(root)
  const policy = optionalChild(root, protocolNs, 'NameIDPolicy', 'message')
  return {
    id: required(root, 'ID'),
    issueInstant: readInstant(required(root, 'IssueInstant'), 'message', 'IssueInstant'),
    issuer: textOf(onlyChild(root, assertionNs, 'Issuer', 'message'), 'message'),
    destination: attribute(root, 'Destination'),
    acsUrl: attribute(root, 'AssertionConsumerServiceURL'),
    forceAuthn: readBoolean(root, 'ForceAuthn'),
    isPassive: readBoolean(root, 'IsPassive'),
    nameIdFormat: policy === undefined ? undefined : attribute(policy, 'Format'),
  }
}

function required(of: XmlElement, local: string): string {
  const value = attribute(of, local)
  if (value === undefined || value === '')
    throw new SamlRefusal('message', `the AuthnRequest has no ${local}`)
  return value
}

function refuseOtherBinding(root: XmlElement): void {
  const binding = attribute(root, 'ProtocolBinding')
  if (binding !== undefined && binding !== bindings.post)
    throw new SamlRefusal(
      'message',
      'the AuthnRequest wants its Response by another binding than HTTP-POST',
    )
}

/** xs:boolean. */
function readBoolean(of: XmlElement, local: string): boolean {
  const value = attribute(of, local) ?? 'false'
  if (!['true', '1', 'false', '0'].includes(value))
    throw new SamlRefusal('message', `${local} is neither true nor false`)
  return value === 'true' || value === '1'
}
