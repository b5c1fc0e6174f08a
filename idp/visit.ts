/** One request of a browser: its language, its form token, its session, and pages as answers. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Language, language } from '#i18n/language.ts'
import type { Explain } from '#kernel/http/operation.ts'
import { explainPage } from '#kernel/http/recordPages.ts'
import { isOwnOrigin } from '#web/isOwnOrigin.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { csrfCookie, csrfKey, csrfToken, isCsrfToken } from './csrf.ts'
import { type Fields, fields } from './fields.ts'
import type { Idp } from './idpDeps.ts'
import { sessionCookie } from './session.ts'

export interface Visit {
  readonly query: Fields
  /** Of a form; empty for GET. */
  readonly form: Fields
  readonly lang: Language
  readonly address: string
  readonly userAgent: string
  readonly sessionToken: string | undefined
  /** What every form of ours carries. */
  readonly ownFields: Readonly<Record<string, string>>
  /** Whether the form came from a page that we gave to this browser. */
  readonly isOwnForm: boolean
  /** Writes into the recording what was checked. */
  readonly explain: Explain
}

export async function visit(
  idp: Idp,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const query = fields(request.query)
  const form = fields(request.body)
  const lang = languageOf(idp, request, form.get('lang') ?? query.get('lang'))
  const key = await csrfKey(idp.store, idp.ids)
  const sent = request.cookies[csrfCookie]
  const nonce = sent ?? idp.ids.hex(32)
  if (sent === undefined) setCookie(idp, reply, csrfCookie, nonce)
  return {
    query,
    form,
    lang,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 500),
    sessionToken: request.cookies[sessionCookie],
    ownFields: { csrf: csrfToken(key, nonce), lang },
    isOwnForm: isOwnOrigin(request.headers) && isCsrfToken(key, sent, form.get('csrf') ?? ''),
    explain: explainPage(request),
  }
}

export function languageOf(
  { lang: fallback }: Pick<Idp, 'lang'>,
  request: FastifyRequest,
  asked: string | undefined,
): Language {
  return language({ asked, accepted: request.headers['accept-language'], fallback })
}

/**
 * Lax, not Strict: the Redirect binding arrives from another site's page and must find the session.
 * Ports do not separate cookies, hence names of our own.
 */
export function setCookie(idp: Idp, reply: FastifyReply, name: string, value: string): void {
  reply.setCookie(name, value, cookieOptions(idp))
}

export function dropCookie(idp: Idp, reply: FastifyReply, name: string): void {
  reply.clearCookie(name, cookieOptions(idp))
}

function cookieOptions({ baseUrl }: Idp) {
  const secure = baseUrl().startsWith('https:')
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}

export function sendPage(reply: FastifyReply, page: RenderedPage, status = 200): FastifyReply {
  return reply.code(status).headers(page.headers).send(page.body)
}
