/** Hop 2: the browser is sent to the company's identity provider with an AuthnRequest (SAML profiles 4.1.3). */
import type { FastifyReply } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import { buildAuthnRequest } from '#kernel/saml/authnRequest.ts'
import { encodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { consumerUrlOf, entityIdOf } from '../instance.ts'
import { type ReturnTo, scopeOf, secretKey, signInRequests } from '../state.ts'
import { type PageContext, setCookie, signInCookie, type Visit } from '../visit.ts'

/** How long a person may take over it. */
const lifetimeMs = 10 * 60_000

/** A cookie of an earlier sign-in that is still under way in another tab stays, or that one would end here. */
const ownCookieForm = /^[\w-]{43}$/

export async function beginSignIn(
  context: PageContext,
  { request, instance, signInCookie: sent = '' }: Visit,
  reply: FastifyReply,
  returnTo: ReturnTo,
): Promise<FastifyReply> {
  const { store, clock, ids, keys } = context
  const identityProvider = await keys.identityProvider()
  const requestId = `_${ids.hex(40)}`
  const relayState = ids.bytes(24).toString('base64url')
  const browser = ownCookieForm.test(sent) ? sent : ids.bytes(32).toString('base64url')
  const begun = { requestId, browser: secretKey(browser), returnTo, workflowId: ids.uuid() }
  const now = clock.now()
  await store.write([instance.accountId], (tx) =>
    tx.put(signInRequests, scopeOf(instance), secretKey(relayState), begun, {
      expiresAt: now + lifetimeMs,
    }),
  )
  const acsUrl = consumerUrlOf(instance, keys.portalUrl())
  const xml = await buildAuthnRequest({
    id: requestId,
    issueInstant: now,
    issuer: entityIdOf(instance),
    destination: identityProvider.ssoUrl,
    acsUrl,
  })
  explainPage(request)('authn-request', {
    requestId,
    issuer: entityIdOf(instance),
    acsUrl,
    destination: identityProvider.ssoUrl,
    returnTo: returnTo.page,
  })
  setCookie(context, reply, signInCookie, browser)
  const location = identityProvider.ssoUrl
  reply.header('cache-control', 'no-store')
  return reply.redirect(
    encodeRedirect({ location, parameter: 'SAMLRequest', xml, relayState }),
    302,
  )
}
