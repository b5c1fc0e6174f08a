/** One request of a browser: its language, its portal session, its forms, and pages as answers. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Language, language } from '#i18n/language.ts'
import type { ServiceContext } from '#kernel/http/service.ts'
import { isOwnOrigin } from '#web/isOwnOrigin.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import type { IdentityCenterKeys } from './api.ts'
import { csrfToken, isCsrfToken } from './csrf.ts'
import { type Fields, fields } from './fields.ts'
import { instanceIn } from './instance.ts'
import { type OpenSession, sessionByToken } from './sessions/portalSessions.ts'
import type { Instance } from './state.ts'

export type PageContext = ServiceContext<IdentityCenterKeys>

export const sessionCookie = 'hopscope_portal'
/** By which a browser that began to sign in is known again. */
export const signInCookie = 'hopscope_portal_signin'

export interface Visit {
  readonly request: FastifyRequest
  readonly instance: Instance
  readonly query: Fields
  /** Of a form; empty for GET. */
  readonly form: Fields
  readonly lang: Language
  readonly sourceIp: string
  readonly userAgent: string
  readonly signInCookie: string | undefined
  readonly open: OpenSession | undefined
  /** What every form of this session carries; empty where nobody is signed in. */
  readonly ownFields: Readonly<Record<string, string>>
  /** Whether the form came from a page that this session was given. */
  readonly isOwnForm: boolean
}

/** The sandbox has no Identity Center. */
export class NoInstance extends Error {
  constructor() {
    super('there is no instance of Identity Center')
    this.name = 'NoInstance'
  }
}

export async function visit(context: PageContext, request: FastifyRequest): Promise<Visit> {
  const instance = await instanceIn(context.store)
  if (!instance) throw new NoInstance()
  const form = fields(request.body)
  const token = request.cookies[sessionCookie]
  const open = await sessionByToken(context.store, instance, token)
  return {
    request,
    instance,
    query: fields(request.query),
    form,
    lang: languageOf(request),
    sourceIp: context.sourceIpOf([], request.ip),
    userAgent: (request.headers['user-agent'] ?? '-').slice(0, 500),
    signInCookie: request.cookies[signInCookie],
    open,
    ownFields: open && token ? { csrf: csrfToken(token) } : {},
    isOwnForm:
      open !== undefined &&
      isOwnOrigin(request.headers) &&
      isCsrfToken(token ?? '', form.get('csrf') ?? ''),
  }
}

export function languageOf(request: FastifyRequest): Language {
  const asked = fields(request.query).get('lang')
  return language({ asked, accepted: request.headers['accept-language'], fallback: 'en' })
}

/**
 * Lax, not Strict: people arrive from the identity provider's page and must be known again.
 * Ports do not separate cookies, hence names of our own.
 */
export function setCookie(
  { keys }: PageContext,
  reply: FastifyReply,
  name: string,
  value: string,
): void {
  const secure = keys.portalUrl().startsWith('https:')
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

export function dropCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, { path: '/' })
}

export function sendPage(reply: FastifyReply, page: RenderedPage, status = 200): FastifyReply {
  return reply.code(status).headers(page.headers).send(page.body)
}
