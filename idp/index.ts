/** The company's own identity provider: not AWS. It asks people for their password and says who they are, by SAML 2.0. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createSigningIdentity, type SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { IdpRefusal } from './errors.ts'
import { entityIdOf, type Idp, type IdpDeps } from './idpDeps.ts'
import { refusalPage } from './pages/message.ts'
import { account } from './routes/account.ts'
import { login } from './routes/login.ts'
import { metadata, metadataOf } from './routes/metadata.ts'
import { singleSignOn } from './routes/singleSignOn.ts'
import { languageOf, sendPage } from './visit.ts'

export type { IdpDeps, ServiceProvider, SignInEvent } from './idpDeps.ts'
export { type SeedPerson, seedWorkforce } from './seedWorkforce.ts'
export type { WorkforceUser } from './state.ts'

/** All paths that `registerIdp` answers. */
export const idpPaths: readonly string[] = [
  '/metadata',
  '/saml/sso',
  '/saml/start',
  '/login',
  '/account',
  '/logout',
]

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
    signingIdentity: deps.signingIdentity ?? ownIdentity(deps),
  }
  app.register(async (pages) => {
    pages.setErrorHandler((error, request, reply) => showError(idp, error, request, reply))
    for (const route of [metadata, singleSignOn, login, account]) route(pages, idp)
  })
  return { entityId: () => entityIdOf(idp), metadata: () => metadataOf(idp) }
}

/** Made once, on first use: it takes 100 ms that no start should wait for. */
function ownIdentity({ ids, clock }: IdpDeps): () => Promise<SigningIdentity> {
  let made: Promise<SigningIdentity> | undefined
  return () => {
    made ??= createSigningIdentity({ commonName: 'Almadía identity provider', ids, clock })
    return made
  }
}

/** Refusals become a page that sends nobody anywhere; the rest is Fastify's to answer (413, 415) or a defect (500). */
function showError(idp: Idp, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (!(error instanceof IdpRefusal)) throw error
  const { lang } = (request.query ?? {}) as { lang?: unknown }
  const asked = typeof lang === 'string' ? lang : undefined
  return sendPage(reply, refusalPage(languageOf(idp, request, asked), error), error.status)
}
