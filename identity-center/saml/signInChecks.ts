/** What a signed assertion must say before it opens a session: all checks are made, also after one failed. */
import { type AssertionCheck, assertionChecks } from '#kernel/saml/checkAssertion.ts'
import type { SamlCheck } from '#kernel/saml/SamlRefusal.ts'
import type { VerifiedAssertion } from '#kernel/saml/verifyResponse.ts'
import { consumerUrlOf, entityIdOf } from '../instance.ts'
import type { Instance } from '../state.ts'
import type { SignInFacts } from './signInFacts.ts'

/** Checks of ours beside those of SAML. */
type OwnCheck = 'replay' | 'browser' | 'user' | 'sessionNotOnOrAfter'

export type SignInCheck = Omit<AssertionCheck, 'check'> & { readonly check: SamlCheck | OwnCheck }

/** Whom an assertion must be for, and when. */
export interface Us {
  readonly instance: Instance
  readonly portalUrl: string
  readonly now: number
}

/** [K] How far the clocks of the company and of AWS may differ. */
const skewMs = 3 * 60_000

/** The first that failed is the one that is told; "used already" before what follows from it. */
export function signInChecks(
  assertion: VerifiedAssertion,
  us: Us,
  facts: SignInFacts,
): SignInCheck[] {
  const { instance, portalUrl, now } = us
  const { begun } = facts
  const ofSaml = assertionChecks(assertion, {
    now,
    skewMs,
    audience: [entityIdOf(instance)],
    recipient: consumerUrlOf(instance, portalUrl),
    // Where the person began at the identity provider there is no request that it could answer.
    inResponseTo: begun?.requestId ?? null,
  })
  return [
    onlyOnce(assertion, facts),
    ...ofSaml.map((check) => (begun ? check : sayWhatIsKnown(check))),
    inTheSameBrowser(facts),
    ofAnEnabledUser(assertion, facts),
    withinTheirSession(assertion, us),
  ].filter((check) => check !== undefined)
}

/** A person who took too long at the identity provider answers a request that is forgotten. */
const sayWhatIsKnown = (check: AssertionCheck): AssertionCheck =>
  check.check === 'inResponseTo'
    ? { ...check, expected: 'a sign-in that was begun here in the last ten minutes, or none' }
    : check

const onlyOnce = ({ assertionId }: VerifiedAssertion, { isUsed }: SignInFacts): SignInCheck => ({
  check: 'replay',
  passed: !isUsed,
  message: 'the assertion has been used already',
  expected: 'an assertion that is new here',
  found: assertionId.slice(0, 200),
})

/** Else somebody could make another person's browser sign in as them (login CSRF). */
function inTheSameBrowser({ begun, browser }: SignInFacts): SignInCheck | undefined {
  if (!begun) return undefined
  return {
    check: 'browser',
    passed: begun.browser === browser,
    message: 'the sign-in was begun in another browser',
    expected: 'the cookie of the browser that began it',
    found: browser === undefined ? 'no cookie' : 'a cookie',
  }
}

/** No just-in-time users: whoever is not in the identity store does not come in. */
const ofAnEnabledUser = ({ nameId }: VerifiedAssertion, { user }: SignInFacts): SignInCheck => ({
  check: 'user',
  passed: user?.enabled === true,
  message: user ? 'the user is disabled' : 'no user has this name',
  expected: 'an enabled user whose name is the NameID',
  found: nameId.slice(0, 200),
})

function withinTheirSession(
  { sessionNotOnOrAfter }: VerifiedAssertion,
  { now }: Us,
): SignInCheck | undefined {
  if (sessionNotOnOrAfter === undefined) return undefined
  return {
    check: 'sessionNotOnOrAfter',
    passed: now < sessionNotOnOrAfter,
    message: 'the session at the identity provider is over',
    expected: `after ${new Date(now).toISOString()}`,
    found: new Date(sessionNotOnOrAfter).toISOString(),
  }
}
