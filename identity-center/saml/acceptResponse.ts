/** Hop 4: the identity provider's Response is verified, held against what was begun, and becomes a portal session. */
import type { Explain } from '#kernel/http/operation.ts'
import { decodePost } from '#kernel/saml/postBinding.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { type VerifiedAssertion, verifyResponse } from '#kernel/saml/verifyResponse.ts'
import type { User } from '../state.ts'
import type { PageContext, Visit } from '../visit.ts'
import { type Accepted, openPortalSession } from './openPortalSession.ts'
import { refusedByCheck, refusedBySaml } from './SignInRefusal.ts'
import { type SignInCheck, signInChecks } from './signInChecks.ts'
import { signInFacts } from './signInFacts.ts'
import type { TrustedIdentityProvider } from './trustedIdentityProvider.ts'

export interface IncomingResponse {
  /** Base64, as posted. */
  readonly samlResponse: string
  readonly relayState: string | undefined
}

/** Throws a SignInRefusal; then nothing was changed. */
export async function acceptResponse(
  context: PageContext,
  visited: Visit,
  { samlResponse, relayState }: IncomingResponse,
  explain: Explain,
): Promise<Accepted> {
  const { store, clock, keys } = context
  const { instance, signInCookie } = visited
  const trusted = await keys.identityProvider()
  const assertion = verified(samlResponse, trusted, explain)
  return store.write([instance.accountId], async (tx) => {
    const facts = await signInFacts(tx, instance, { assertion, relayState, signInCookie })
    const us = { instance, portalUrl: keys.portalUrl(), now: clock.now() }
    const checks = signInChecks(assertion, us, facts)
    explainChecks(explain, assertion, checks)
    const user = passed(checks, facts.user)
    const { company } = trusted
    const proved = { assertion, company, relayState, user, begun: facts.begun }
    return openPortalSession(tx, context, visited, proved)
  })
}

function verified(
  samlResponse: string,
  { certificates, entityId }: TrustedIdentityProvider,
  explain: Explain,
): VerifiedAssertion {
  try {
    return verifyResponse(decodePost(samlResponse), { certificates, issuer: entityId })
  } catch (error) {
    if (!(error instanceof SamlRefusal)) throw error
    const { check: failed, stage, message, detail } = error
    explain('saml', { passed: false, failed, stage, because: message, ...detail })
    throw refusedBySaml(error)
  }
}

function explainChecks(
  explain: Explain,
  { issuer, nameId, signedElement, evidence }: VerifiedAssertion,
  checks: readonly SignInCheck[],
): void {
  const failed = checks.find((check) => !check.passed)
  explain('saml', {
    passed: failed === undefined,
    ...(failed && { failed: failed.check, because: failed.message }),
    issuer,
    subject: nameId,
    signedElement,
    evidence,
    checks: checks.map(({ message: _, ...check }) => check),
  })
}

function passed(checks: readonly SignInCheck[], user: User | undefined): User {
  const failed = checks.find((check) => !check.passed)
  if (failed) throw refusedByCheck(failed, user)
  if (!user) throw new Error('INVARIANT: without a user the check of the user fails')
  return user
}
