/** The claims of an Assertion (SAML core 2.3). Reads only what verifyResponse.ts hands it: bytes that were hashed. */
import { readInstant } from './instant.ts'
import { assertionNs, bearer, nameIdFormats } from './names.ts'
import { type SamlCheck, SamlRefusal } from './SamlRefusal.ts'
import {
  attribute,
  childrenNamed,
  deepText,
  elements,
  onlyChild,
  optionalChild,
  textOf,
  type XmlElement,
} from './xmlElement.ts'

/** All instants are milliseconds since the epoch. */
export interface AssertionClaims {
  readonly assertionId: string
  readonly issuer: string
  readonly issueInstant: number
  readonly nameId: string
  readonly nameIdFormat: string
  readonly nameQualifier?: string | undefined
  /** Of the one AudienceRestriction: any of them will do. */
  readonly audience: readonly string[]
  readonly recipient: string
  /** Of the SubjectConfirmationData; absent where nobody had asked. */
  readonly inResponseTo?: string | undefined
  readonly notBefore?: number | undefined
  /** The earlier one of Conditions and SubjectConfirmationData: from then on the assertion is spent. */
  readonly notOnOrAfter: number
  readonly authnInstant?: number | undefined
  readonly authnContext?: string | undefined
  readonly sessionIndex?: string | undefined
  readonly sessionNotOnOrAfter?: number | undefined
  /** By Name; values in document order. */
  readonly attributes: ReadonlyMap<string, readonly string[]>
}

export function readAssertion(assertion: XmlElement): AssertionClaims {
  if (attribute(assertion, 'Version') !== '2.0')
    throw new SamlRefusal('assertion', 'the Assertion is not of SAML 2.0')
  const confirmation = readSubjectConfirmation(assertion)
  const conditions = readConditions(assertion)
  return {
    assertionId: required(assertion, 'ID', 'assertion'),
    issuer: textOf(onlyChild(assertion, assertionNs, 'Issuer', 'issuer'), 'issuer'),
    issueInstant: instant(assertion, 'IssueInstant', 'assertion'),
    ...readNameId(assertion),
    audience: conditions.audience,
    recipient: confirmation.recipient,
    inResponseTo: confirmation.inResponseTo,
    notBefore: conditions.notBefore,
    notOnOrAfter: Math.min(confirmation.notOnOrAfter, conditions.notOnOrAfter),
    ...readAuthnStatement(assertion),
    attributes: readAttributes(assertion),
  }
}

function required(of: XmlElement, local: string, check: SamlCheck): string {
  const value = attribute(of, local)
  if (value === undefined || value === '')
    throw new SamlRefusal(check, `${of.local} has no ${local}`)
  return value
}

function instant(of: XmlElement, local: string, check: SamlCheck): number {
  return readInstant(required(of, local, check), check, `${of.local} ${local}`)
}

function optionalInstant(of: XmlElement, local: string, check: SamlCheck): number | undefined {
  return attribute(of, local) === undefined ? undefined : instant(of, local, check)
}

function readNameId(
  assertion: XmlElement,
): Pick<AssertionClaims, 'nameId' | 'nameIdFormat' | 'nameQualifier'> {
  const subject = onlyChild(assertion, assertionNs, 'Subject', 'subject')
  const element = onlyChild(subject, assertionNs, 'NameID', 'subject')
  const nameId = textOf(element, 'subject')
  if (nameId === '') throw new SamlRefusal('subject', 'the NameID is empty')
  return {
    nameId,
    // SAML core 2.2.2: where no format stands, it is unspecified.
    nameIdFormat: attribute(element, 'Format') ?? nameIdFormats.unspecified,
    nameQualifier: attribute(element, 'NameQualifier'),
  }
}

/** Exactly one bearer confirmation with Recipient and NotOnOrAfter (SAML profiles 4.1.4.2; AWS requires the same). */
function readSubjectConfirmation(assertion: XmlElement) {
  const check = 'subjectConfirmation'
  const subject = onlyChild(assertion, assertionNs, 'Subject', 'subject')
  const confirmation = onlyChild(subject, assertionNs, 'SubjectConfirmation', check)
  if (attribute(confirmation, 'Method') !== bearer)
    throw new SamlRefusal(check, 'the SubjectConfirmation is not of method bearer')
  const data = onlyChild(confirmation, assertionNs, 'SubjectConfirmationData', check)
  if (attribute(data, 'NotBefore') !== undefined)
    throw new SamlRefusal(check, 'a bearer SubjectConfirmationData may have no NotBefore')
  return {
    recipient: required(data, 'Recipient', check),
    inResponseTo: attribute(data, 'InResponseTo'),
    notOnOrAfter: instant(data, 'NotOnOrAfter', check),
  }
}

/** SAML core 2.5.1: a condition that is not understood makes the assertion invalid. */
const knownConditions = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction']

function readConditions(assertion: XmlElement) {
  const check = 'conditions'
  const conditions = onlyChild(assertion, assertionNs, 'Conditions', check)
  const unknown = elements(conditions).find(
    ({ uri, local }) => uri !== assertionNs || !knownConditions.includes(local),
  )
  if (unknown !== undefined)
    throw new SamlRefusal(check, `the condition ${unknown.local} is not understood`)
  // SIMPLIFICATION: several AudienceRestrictions (all of them must hold) are refused; nobody sends them.
  const restriction = onlyChild(conditions, assertionNs, 'AudienceRestriction', check)
  return {
    audience: childrenNamed(restriction, assertionNs, 'Audience').map((each) =>
      textOf(each, check).trim(),
    ),
    notBefore: optionalInstant(conditions, 'NotBefore', check),
    notOnOrAfter: optionalInstant(conditions, 'NotOnOrAfter', check) ?? Number.POSITIVE_INFINITY,
  }
}

/** At least one, for single sign-on; the first one counts. */
function readAuthnStatement(assertion: XmlElement) {
  const check = 'authnStatement'
  const statement = childrenNamed(assertion, assertionNs, 'AuthnStatement')[0]
  if (statement === undefined) throw new SamlRefusal(check, 'the Assertion has no AuthnStatement')
  const context = onlyChild(statement, assertionNs, 'AuthnContext', check)
  const classRef = optionalChild(context, assertionNs, 'AuthnContextClassRef', check)
  return {
    authnInstant: instant(statement, 'AuthnInstant', check),
    authnContext: classRef === undefined ? undefined : textOf(classRef, check).trim(),
    sessionIndex: attribute(statement, 'SessionIndex'),
    sessionNotOnOrAfter: optionalInstant(statement, 'SessionNotOnOrAfter', check),
  }
}

/** Values of equal names are put together, so that "exactly one" sees them all. */
function readAttributes(assertion: XmlElement): Map<string, string[]> {
  const attributes = new Map<string, string[]>()
  for (const statement of childrenNamed(assertion, assertionNs, 'AttributeStatement'))
    for (const each of childrenNamed(statement, assertionNs, 'Attribute')) {
      const name = required(each, 'Name', 'attributes')
      const values = childrenNamed(each, assertionNs, 'AttributeValue').map(deepText)
      attributes.set(name, [...(attributes.get(name) ?? []), ...values])
    }
  return attributes
}
