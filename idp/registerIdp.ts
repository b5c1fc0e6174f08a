/** Adds the identity provider's routes to a server; each route is a file of routes/. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import { IdpRefusal } from './errors.ts'
import { entityIdOf, type Idp, type IdpDeps } from './idpDeps.ts'
import { lazyIdentity } from './lazyIdentity.ts'
import { refusalPage } from './pages/message.ts'
import { account } from './routes/account.ts'
import { login } from './routes/login.ts'
import { metadata, metadataOf } from './routes/metadata.ts'
import { singleSignOn } from './routes/singleSignOn.ts'
import { languageOf, sendPage } from './visit.ts'

export interface RegisteredIdp {
  readonly entityId: () => string
  /** The metadata document, as GET /metadata gives it. */
  readonly metadata: () => Promise<string>
}

/**
 * Adds the identity provider's pages to a Fastify that has @fastify/cookie and @fastify/formbody.
 *
 * @example
 * const idp = registerIdp(app, { store, clock, ids, baseUrl: () => url, serviceProviders: () => [
 *   { entityId: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890', acsUrl },
 * ] })
 * const trusted = readIdpMetadata(await idp.metadata())
 */
export function registerIdp(app: FastifyInstance, deps: IdpDeps): RegisteredIdp {
  const idp: Idp = {
    ...deps,
    lang: deps.lang ?? 'en',
    onSignIn: deps.onSignIn ?? (() => {}),
    signingIdentity: deps.signingIdentity ?? lazyIdentity(deps),
  }
  app.register(async (pages) => {
    pages.setErrorHandler((error, request, reply) => showError(idp, error, request, reply))
    for (const route of [metadata, singleSignOn, login, account]) route(pages, idp)
  })
  return { entityId: () => entityIdOf(idp), metadata: () => metadataOf(idp) }
}

/** Refusals become a page that sends nobody anywhere; the rest is Fastify's to answer (413, 415) or a defect (500). */
function showError(idp: Idp, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (!(error instanceof IdpRefusal)) throw error
  explainPage(request)('refusal', {
    reason: error.reason,
    because: error.message,
    found: error.found,
  })
  const { lang } = (request.query ?? {}) as { lang?: unknown }
  const asked = typeof lang === 'string' ? lang : undefined
  return sendPage(reply, refusalPage(languageOf(idp, request, asked), error), error.status)
}
