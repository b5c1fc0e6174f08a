/** Hop 4: the identity provider's Response is verified, held against what was begun, and becomes a portal session. */
import type { Explain } from '#kernel/http/operation.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { decodePost } from '#kernel/saml/postBinding.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { type VerifiedAssertion, verifyResponse } from '#kernel/saml/verifyResponse.ts'
import type { Reader, Transaction } from '#kernel/store/store.ts'
import { signedIn } from '../auditSignIn.ts'
import { makeCredentialId } from '../credentialId.ts'
import { portalSessionMs, putSession } from '../portalSessions.ts'
import {
  type Instance,
  type ReturnTo,
  type SignInRequest,
  scopeOf,
  secretKey,
  signInRequests,
  type User,
  usedAssertions,
  userIds,
  userNameKey,
  users,
} from '../state.ts'
import type { PageContext, Visit } from '../visit.ts'
import { refusedByCheck, refusedBySaml } from './SignInRefusal.ts'
import { type SignInFacts, signInChecks } from './signInChecks.ts'

export interface Accepted {
  /** Of the new portal session: the only copy goes into the cookie. */
  readonly token: string
  readonly returnTo: ReturnTo
  readonly outcome: Outcome
}

export interface IncomingResponse {
  /** Base64, as posted. */
  readonly samlResponse: string
  readonly relayState: string | undefined
}

/** Throws a SignInRefusal; then nothing was changed. */
export async function acceptResponse(
  context: PageContext,
  visited: Visit,
  incoming: IncomingResponse,
  explain: Explain,
): Promise<Accepted> {
  const trust = await context.keys.identityProvider()
  const assertion = verified(incoming, trust, explain)
  return context.store.write([visited.instance.accountId], async (tx) => {
    const facts = await factsOf(tx, context, visited, { assertion, incoming })
    const user = check(assertion, facts, explain)
    await useUp(tx, visited.instance, { assertion, relayState: incoming.relayState })
    return openSession(tx, context, visited, { assertion, user, begun: facts.begun })
  })
}

function verified(
  { samlResponse }: IncomingResponse,
  {
    certificates,
    entityId,
  }: { readonly certificates: readonly string[]; readonly entityId: string },
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

async function factsOf(
  reader: Reader,
  { clock, keys }: PageContext,
  { instance, signInCookie }: Visit,
  { assertion, incoming }: { assertion: VerifiedAssertion; incoming: IncomingResponse },
): Promise<SignInFacts> {
  const scope = scopeOf(instance)
  const { relayState } = incoming
  const begun = relayState
    ? await reader.get(signInRequests, scope, secretKey(relayState))
    : undefined
  const used = await reader.get(usedAssertions, scope, secretKey(assertion.assertionId))
  return {
    instance,
    portalUrl: keys.portalUrl(),
    now: clock.now(),
    begun: begun?.value,
    browser: signInCookie === undefined ? undefined : secretKey(signInCookie),
    isUsed: used !== undefined,
    user: await userNamed(reader, instance, assertion.nameId),
  }
}

async function userNamed(
  reader: Reader,
  instance: Instance,
  userName: string,
): Promise<User | undefined> {
  const id = await reader.get(userIds, scopeOf(instance), userNameKey(userName).slice(0, 256))
  return id && (await reader.get(users, scopeOf(instance), id.value))?.value
}

function check(assertion: VerifiedAssertion, facts: SignInFacts, explain: Explain): User {
  const checks = signInChecks(assertion, facts)
  const failed = checks.find(({ passed }) => !passed)
  explain('saml', {
    passed: failed === undefined,
    ...(failed && { failed: failed.check }),
    issuer: assertion.issuer,
    subject: assertion.nameId,
    signedElement: assertion.signedElement,
    evidence: assertion.evidence,
    checks: checks.map(({ check: name, passed, expected, found }) => ({
      check: name,
      passed,
      expected,
      found,
    })),
  })
  if (failed) throw refusedByCheck(failed, facts.user)
  if (!facts.user) throw new Error('INVARIANT: without a user the check of the user fails')
  return facts.user
}

/** Its request is answered, and the assertion remembered until nobody could use it any more. */
async function useUp(
  tx: Transaction,
  instance: Instance,
  used: { readonly assertion: VerifiedAssertion; readonly relayState: string | undefined },
): Promise<void> {
  const { assertionId, notOnOrAfter } = used.assertion
  const scope = scopeOf(instance)
  if (used.relayState) await tx.delete(signInRequests, scope, secretKey(used.relayState))
  await tx.put(usedAssertions, scope, secretKey(assertionId), true, {
    ifVersion: null,
    expiresAt: notOnOrAfter + rememberedMs,
  })
}

/** Beyond its end, for clocks that differ. */
const rememberedMs = 10 * 60_000

interface Proved {
  readonly assertion: VerifiedAssertion
  readonly user: User
  readonly begun: SignInRequest | undefined
}

async function openSession(
  tx: Transaction,
  { clock, ids }: PageContext,
  { instance, sourceIp, userAgent }: Visit,
  { assertion, user, begun }: Proved,
): Promise<Accepted> {
  const now = clock.now()
  const token = ids.bytes(32).toString('base64url')
  const { sessionNotOnOrAfter = Number.POSITIVE_INFINITY } = assertion
  await putSession(tx, instance, token, {
    userId: user.userId,
    credentialId: makeCredentialId(now, ids),
    identityProvider: assertion.issuer,
    startedAt: now,
    endsAt: Math.min(now + portalSessionMs, sessionNotOnOrAfter),
  })
  const outcome = signedIn({
    instance,
    user,
    now,
    ids,
    sourceIp,
    userAgent,
    workflowId: begun?.workflowId ?? ids.uuid(),
  })
  tx.audit(outcome)
  return { token, returnTo: begun?.returnTo ?? { page: 'start' }, outcome }
}
