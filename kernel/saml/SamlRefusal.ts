/** Why a SAML message was refused: the name of the one check that failed, and what it saw. */

/** When a check runs. STS and Identity Center choose their own error from it. */
export type SamlStage = 'decode' | 'structure' | 'issuer' | 'signature' | 'claims' | 'conditions'

/** Every check by name, in the order in which they run. A refusal names exactly one of them. */
export const samlChecks = {
  size: 'decode',
  encoding: 'decode',
  doctype: 'decode',
  processingInstruction: 'decode',
  comment: 'decode',
  wellFormed: 'decode',
  uniqueId: 'structure',
  message: 'structure',
  status: 'structure',
  encryption: 'structure',
  oneAssertion: 'structure',
  issuer: 'issuer',
  signaturePlace: 'signature',
  signed: 'signature',
  signedInfo: 'signature',
  algorithm: 'signature',
  reference: 'signature',
  transforms: 'signature',
  digest: 'signature',
  signature: 'signature',
  assertion: 'claims',
  subject: 'claims',
  subjectConfirmation: 'claims',
  conditions: 'claims',
  authnStatement: 'claims',
  attributes: 'claims',
  issueInstant: 'conditions',
  age: 'conditions',
  destination: 'conditions',
  inResponseTo: 'conditions',
  recipient: 'conditions',
  audience: 'conditions',
  notBefore: 'conditions',
  notOnOrAfter: 'conditions',
} as const satisfies Record<string, SamlStage>

export type SamlCheck = keyof typeof samlChecks

export class SamlRefusal extends Error {
  readonly check: SamlCheck
  readonly stage: SamlStage
  /** What was expected and what was found: for recordings and pages. Never a key, never a whole assertion. */
  readonly detail: Readonly<Record<string, unknown>>

  constructor(check: SamlCheck, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'SamlRefusal'
    this.check = check
    this.stage = samlChecks[check]
    this.detail = detail
  }
}
