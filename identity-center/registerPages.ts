/** Identity Center's pages for people; each route is a file of routes/. What they cannot answer becomes a page too. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import { type MessageKind, messagePage } from './pages/message.ts'
import { assertionConsumer } from './routes/assertionConsumer.ts'
import { device } from './routes/device.ts'
import { metadata } from './routes/metadata.ts'
import { start } from './routes/start.ts'
import { IdentityProviderUnavailable } from './saml/trustedIdentityProvider.ts'
import { languageOf, NoInstance, type PageContext, sendPage } from './visit.ts'

/** All paths that they answer. */
export const pagePaths: readonly string[] = [
  '/device',
  '/device/*',
  '/start',
  '/signout',
  '/platform/saml/*',
]

export function registerPages(app: FastifyInstance, context: PageContext): void {
  app.register(async (pages) => {
    pages.setErrorHandler(showError)
    for (const route of [metadata, assertionConsumer, device, start]) route(pages, context)
  })
}

/** The rest is Fastify's to answer (413, 415) or a defect (500). */
function showError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const shown = pageOf(error)
  if (!shown) throw error
  explainPage(request)('refusal', { status: shown.status, reason: shown.kind })
  const page = messagePage({ lang: languageOf(request), kind: shown.kind })
  return sendPage(reply, page, shown.status)
}

function pageOf(error: unknown): { kind: MessageKind; status: number } | undefined {
  if (error instanceof IdentityProviderUnavailable) return { kind: 'unavailable', status: 503 }
  if (error instanceof NoInstance) return { kind: 'noInstance', status: 404 }
  return undefined
}
