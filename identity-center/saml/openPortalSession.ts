/** An assertion that passed every check is used up and becomes a portal session, with its record in the same commit. */
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { VerifiedAssertion } from '#kernel/saml/verifyResponse.ts'
import type { Transaction } from '#kernel/store/store.ts'
import { signedIn } from '../audit/signInOutcomes.ts'
import { makeCredentialId } from '../sessions/credentialId.ts'
import { portalSessionMs, putSession } from '../sessions/portalSessions.ts'
import {
  type Instance,
  type ReturnTo,
  type SignInRequest,
  scopeOf,
  secretKey,
  signInRequests,
  type User,
  usedAssertions,
} from '../state.ts'
import type { PageContext, Visit } from '../visit.ts'

export interface Accepted {
  /** Of the new portal session: the only copy goes into the cookie. */
  readonly token: string
  readonly returnTo: ReturnTo
  readonly outcome: Outcome
}

export interface Proved {
  readonly assertion: VerifiedAssertion
  readonly company: string | undefined
  readonly relayState: string | undefined
  readonly user: User
  readonly begun: SignInRequest | undefined
}

export async function openPortalSession(
  tx: Transaction,
  { clock, ids }: PageContext,
  { instance, sourceIp, userAgent }: Visit,
  proved: Proved,
): Promise<Accepted> {
  const { assertion, company, user, begun } = proved
  const now = clock.now()
  const token = ids.bytes(32).toString('base64url')
  const { sessionNotOnOrAfter = Number.POSITIVE_INFINITY } = assertion
  await useUp(tx, instance, proved)
  await putSession(tx, instance, token, {
    userId: user.userId,
    credentialId: makeCredentialId(now, ids),
    identityProvider: assertion.issuer,
    company,
    startedAt: now,
    endsAt: Math.min(now + portalSessionMs, sessionNotOnOrAfter),
  })
  const workflowId = begun?.workflowId ?? ids.uuid()
  const outcome = signedIn({ instance, user, now, ids, sourceIp, userAgent, workflowId })
  tx.audit(outcome)
  return { token, returnTo: begun?.returnTo ?? { page: 'start' }, outcome }
}

/** Beyond its end, for clocks that differ. */
const rememberedMs = 10 * 60_000

/** Its request is answered, and the assertion remembered until nobody could use it any more. */
async function useUp(
  tx: Transaction,
  instance: Instance,
  { assertion, relayState }: Proved,
): Promise<void> {
  const scope = scopeOf(instance)
  if (relayState) await tx.delete(signInRequests, scope, secretKey(relayState))
  await tx.put(usedAssertions, scope, secretKey(assertion.assertionId), true, {
    ifVersion: null,
    expiresAt: assertion.notOnOrAfter + rememberedMs,
  })
}
