/** Response with one Assertion: the identity provider says who the person is (SAML core 2.3, 3.3; profiles 4.1.4). Unsigned until sign.ts. */
import { canonicalXml } from './canonicalXml.ts'
import { printInstant } from './instant.ts'
import {
  assertionNs,
  authnContexts,
  bearer,
  nameIdFormats,
  protocolNs,
  statusCodes,
} from './names.ts'
import { element, type XmlElement } from './xmlElement.ts'

/** All instants are milliseconds since the epoch. */
export interface ResponseClaims {
  readonly responseId: string
  readonly assertionId: string
  /** The entity id of the identity provider. */
  readonly issuer: string
  readonly issueInstant: number
  /** The assertion consumer service: Destination of the Response and Recipient of the Assertion. */
  readonly recipient: string
  /** The id of the AuthnRequest; none where the identity provider began. */
  readonly inResponseTo?: string | undefined
  readonly audience: string
  readonly nameId: string
  readonly nameIdFormat?: string | undefined
  readonly notBefore: number
  readonly notOnOrAfter: number
  readonly authnInstant: number
  readonly authnContext?: string | undefined
  readonly sessionIndex?: string | undefined
  readonly sessionNotOnOrAfter?: number | undefined
  readonly attributes?: Readonly<Record<string, readonly string[]>> | undefined
}

export function buildResponse(claims: ResponseClaims): string {
  const attributes = {
    ID: claims.responseId,
    Version: '2.0',
    IssueInstant: printInstant(claims.issueInstant),
    Destination: claims.recipient,
    InResponseTo: claims.inResponseTo,
  }
  return canonicalXml(
    element('samlp:Response', protocolNs, attributes, [
      issuer(claims),
      element('samlp:Status', protocolNs, {}, [
        element('samlp:StatusCode', protocolNs, { Value: statusCodes.success }),
      ]),
      assertion(claims),
    ]),
  )
}

const saml = (
  local: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (XmlElement | string | undefined)[],
) => element(`saml:${local}`, assertionNs, attributes, children)

const issuer = (claims: ResponseClaims) => saml('Issuer', {}, [claims.issuer])

function assertion(claims: ResponseClaims): XmlElement {
  const attributes = {
    ID: claims.assertionId,
    Version: '2.0',
    IssueInstant: printInstant(claims.issueInstant),
  }
  return saml('Assertion', attributes, [
    issuer(claims),
    subject(claims),
    conditions(claims),
    authnStatement(claims),
    attributeStatement(claims),
  ])
}

function subject(claims: ResponseClaims): XmlElement {
  const data = {
    InResponseTo: claims.inResponseTo,
    NotOnOrAfter: printInstant(claims.notOnOrAfter),
    Recipient: claims.recipient,
  }
  return saml('Subject', {}, [
    saml('NameID', { Format: claims.nameIdFormat ?? nameIdFormats.emailAddress }, [claims.nameId]),
    saml('SubjectConfirmation', { Method: bearer }, [saml('SubjectConfirmationData', data, [])]),
  ])
}

function conditions(claims: ResponseClaims): XmlElement {
  const window = {
    NotBefore: printInstant(claims.notBefore),
    NotOnOrAfter: printInstant(claims.notOnOrAfter),
  }
  return saml('Conditions', window, [
    saml('AudienceRestriction', {}, [saml('Audience', {}, [claims.audience])]),
  ])
}

function authnStatement(claims: ResponseClaims): XmlElement {
  const { sessionNotOnOrAfter } = claims
  const attributes = {
    AuthnInstant: printInstant(claims.authnInstant),
    SessionIndex: claims.sessionIndex,
    SessionNotOnOrAfter:
      sessionNotOnOrAfter === undefined ? undefined : printInstant(sessionNotOnOrAfter),
  }
  return saml('AuthnStatement', attributes, [
    saml('AuthnContext', {}, [
      saml('AuthnContextClassRef', {}, [claims.authnContext ?? authnContexts.password]),
    ]),
  ])
}

function attributeStatement({ attributes = {} }: ResponseClaims): XmlElement | undefined {
  const rows = Object.entries(attributes).filter(([, values]) => values.length > 0)
  if (rows.length === 0) return undefined
  return saml(
    'AttributeStatement',
    {},
    rows.map(([name, values]) =>
      saml(
        'Attribute',
        { Name: name },
        values.map((value) => saml('AttributeValue', {}, [value])),
      ),
    ),
  )
}
