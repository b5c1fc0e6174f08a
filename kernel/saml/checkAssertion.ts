/** Is a verified assertion meant for us, for this request, and for now? (SAML profiles 4.1.4.3). Replay is the caller's to watch. */
import { printInstant } from './instant.ts'
import { type SamlCheck, SamlRefusal } from './SamlRefusal.ts'
import type { VerifiedAssertion } from './verifyResponse.ts'

export interface Expectations {
  /** Milliseconds since the epoch, sandbox's clock. */
  readonly now: number
  /** How far the clocks may differ. */
  readonly skewMs: number
  /** Our names: one of them must be among the assertion's audiences. */
  readonly audience: readonly string[]
  /** Our addresses: the assertion must be confirmed for one of them. */
  readonly recipient: string | readonly string[]
  /** Where the Response came in; compared where it names a Destination. By default the recipients. */
  readonly destination?: string | readonly string[] | undefined
  /** The request it must answer; null = it must answer none; undefined = we have no say. */
  readonly inResponseTo?: string | null | undefined
  /** How long after its issue it may still be used (STS: five minutes). */
  readonly maxAgeMs?: number | undefined
}

/** One check, passed or not, as a page shows it. */
export interface AssertionCheck {
  readonly check: SamlCheck
  readonly passed: boolean
  readonly message: string
  readonly expected: string
  readonly found: string
}

/** Throws the first check that fails. */
export function checkAssertion(assertion: VerifiedAssertion, expectations: Expectations): void {
  const failed = assertionChecks(assertion, expectations).find(({ passed }) => !passed)
  if (failed === undefined) return
  const { check, message, expected, found } = failed
  throw new SamlRefusal(check, message, { expected, found })
}

/** All checks, also after one failed: whoever explains wants to see the others too. */
export function assertionChecks(
  assertion: VerifiedAssertion,
  expectations: Expectations,
): readonly AssertionCheck[] {
  return [
    issuedInThePast(assertion, expectations),
    youngEnough(assertion, expectations),
    atItsDestination(assertion, expectations),
    answersTheRequest(assertion, expectations),
    atItsRecipient(assertion, expectations),
    forOurAudience(assertion, expectations),
    begun(assertion, expectations),
    notOver(assertion, expectations),
  ].filter((check) => check !== undefined)
}

type Check = (
  assertion: VerifiedAssertion,
  expectations: Expectations,
) => AssertionCheck | undefined

const issuedInThePast: Check = ({ issueInstant }, { now, skewMs }) => ({
  check: 'issueInstant',
  passed: issueInstant <= now + skewMs,
  message: 'the assertion was issued in the future',
  expected: `at ${printInstant(now + skewMs)} or before`,
  found: printInstant(issueInstant),
})

const youngEnough: Check = ({ issueInstant }, { now, maxAgeMs }) => {
  if (maxAgeMs === undefined) return undefined
  return {
    check: 'age',
    passed: now - issueInstant <= maxAgeMs,
    message: 'the assertion was issued too long ago',
    expected: `after ${printInstant(now - maxAgeMs)}`,
    found: printInstant(issueInstant),
  }
}

/** SAML core 3.2.2: a Destination, where there is one, must be where the message came in. */
const atItsDestination: Check = ({ destination }, { destination: expected, recipient }) => {
  if (destination === undefined) return undefined
  return {
    check: 'destination',
    passed: list(expected ?? recipient).includes(destination),
    message: 'the Response was sent to another address',
    expected: list(expected ?? recipient).join(' or '),
    found: short(destination),
  }
}

/** The Response and the SubjectConfirmationData each say it; where both do, both must be right. */
const answersTheRequest: Check = (assertion, { inResponseTo: expected }) => {
  if (expected === undefined) return undefined
  const said = [assertion.inResponseTo, assertion.responseInResponseTo].filter(
    (each) => each !== undefined,
  )
  const passed =
    expected === null
      ? said.length === 0
      : assertion.inResponseTo === expected && said.every((each) => each === expected)
  return {
    check: 'inResponseTo',
    passed,
    message: 'the assertion does not answer this request',
    expected: expected ?? 'no InResponseTo',
    found: short([...new Set(said)].join(' and ')) || 'no InResponseTo',
  }
}

const atItsRecipient: Check = ({ recipient }, { recipient: expected }) => ({
  check: 'recipient',
  passed: list(expected).includes(recipient),
  message: 'the assertion is confirmed for another recipient',
  expected: list(expected).join(' or '),
  found: short(recipient),
})

const forOurAudience: Check = ({ audience }, { audience: expected }) => ({
  check: 'audience',
  passed: audience.some((each) => expected.includes(each)),
  message: 'the assertion is for another audience',
  expected: expected.join(' or '),
  found: short(audience.join(', ')),
})

const begun: Check = ({ notBefore }, { now, skewMs }) => {
  if (notBefore === undefined) return undefined
  return {
    check: 'notBefore',
    passed: notBefore <= now + skewMs,
    message: 'the assertion does not hold yet',
    expected: `at ${printInstant(now + skewMs)} or before`,
    found: printInstant(notBefore),
  }
}

const notOver: Check = ({ notOnOrAfter }, { now, skewMs }) => ({
  check: 'notOnOrAfter',
  passed: now - skewMs < notOnOrAfter,
  message: 'the assertion has expired',
  expected: `after ${printInstant(now - skewMs)}`,
  found: printInstant(notOnOrAfter),
})

const list = (one: string | readonly string[]) => (typeof one === 'string' ? [one] : one)

const short = (text: string) => text.slice(0, 200)
