/** POST /login: the password, or the code of the second step; on success the answer to the service provider. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { badRequest } from '../errors.ts'
import type { Idp, SignInEvent } from '../idpDeps.ts'
import { codePage } from '../pages/code.ts'
import { type LoginAlert, loginPage } from '../pages/login.ts'
import { respond } from '../respond.ts'
import { sessionCookie } from '../session.ts'
import { type SignInResult, signInWithCode, signInWithPassword } from '../signIn.ts'
import { type SignInTarget, signInTarget } from '../signInTarget.ts'
import { dropCookie, sendPage, setCookie, type Visit, visit } from '../visit.ts'
import { formLimit } from './formLimit.ts'

const challengeCookie = 'hopscope_idp_challenge'
const maxUserName = 256

/** One form that came in, and where its answer goes. */
interface LoginForm {
  readonly idp: Idp
  readonly visited: Visit
  readonly target: SignInTarget
  readonly challenge: string | undefined
  readonly reply: FastifyReply
}

export function login(app: FastifyInstance, idp: Idp): void {
  app.get('/login', async (_request, reply) => reply.redirect('/account', 303))
  app.post('/login', formLimit, async (request, reply) => {
    const visited = await visit(idp, request, reply)
    const target = await signInTarget(idp, visited.form, 'post')
    const challenge = request.cookies[challengeCookie]
    const form: LoginForm = { idp, visited, target, challenge, reply }
    if (!visited.isOwnForm) {
      visited.explain('sign-in', { outcome: 'refused', because: 'form' })
      return askAgain(form, { refusal: 'form' }, 403)
    }
    const result = await attempt(form)
    const event = eventOf(form, result)
    visited.explain('sign-in', { ...event })
    idp.onSignIn(event)
    return answer(form, result)
  })
}

/** A form with a user name is the first step, one without is the second. */
async function attempt({ idp, visited, challenge }: LoginForm): Promise<SignInResult> {
  const { form, address } = visited
  const userName = form.get('userName')
  const code = form.get('totp')
  if (userName === undefined)
    return signInWithCode(idp, { challenge: challenge ?? '', code: code ?? '', address })
  if (userName.length > maxUserName) throw badRequest('the user name is too long')
  const password = form.get('password') ?? ''
  return signInWithPassword(idp, { userName, password, code: code || undefined, address })
}

async function answer(form: LoginForm, result: SignInResult): Promise<FastifyReply> {
  const { idp, visited, target, reply } = form
  switch (result.outcome) {
    case 'signedIn':
      setCookie(idp, reply, sessionCookie, result.token)
      dropCookie(idp, reply, challengeCookie)
      return sendPage(reply, await respond(idp, visited, target, result))
    case 'codeNeeded':
      setCookie(idp, reply, challengeCookie, result.challenge)
      return sendPage(reply, codePage(pageOf(form)))
    case 'locked':
      return locked(form, Math.ceil(result.retryAfterMs / 1000))
    case 'refused':
      return refused(form, result)
  }
}

type Refused = Extract<SignInResult, { outcome: 'refused' }>

/** 403: credentials were given, and they are not enough (RFC 9110 15.5.4). */
function refused(form: LoginForm, result: Refused): FastifyReply {
  const { because, triesLeft = 0, challenge } = result
  if (because === 'challenge') return askAgain(form, { refusal: because }, 403)
  if (because === 'credentials') return askAgain(form, { refusal: because, triesLeft }, 403)
  if (challenge !== undefined) setCookie(form.idp, form.reply, challengeCookie, challenge)
  const alert = { refusal: because, triesLeft }
  return sendPage(form.reply, codePage({ ...pageOf(form), alert }), 403)
}

function locked(form: LoginForm, seconds: number): FastifyReply {
  form.reply.header('retry-after', String(seconds))
  const alert = { refusal: 'locked', seconds } as const
  if (form.visited.form.has('userName')) return askAgain(form, alert, 429)
  return sendPage(form.reply, codePage({ ...pageOf(form), alert }), 429)
}

function askAgain(form: LoginForm, alert: LoginAlert, status: number): FastifyReply {
  const userName = form.visited.form.get('userName')?.slice(0, maxUserName)
  return sendPage(form.reply, loginPage({ ...pageOf(form), userName, alert }), status)
}

function pageOf({ visited, target }: LoginForm) {
  return {
    lang: visited.lang,
    serviceProvider: target.sp.name ?? target.sp.entityId,
    hidden: { ...visited.ownFields, ...target.carried },
  }
}

function eventOf({ idp, visited, target }: LoginForm, result: SignInResult): SignInEvent {
  return {
    at: idp.clock.now(),
    outcome: result.outcome,
    because: result.outcome === 'refused' ? result.because : undefined,
    userName: 'user' in result ? result.user?.userName : undefined,
    mfa: result.outcome === 'signedIn' && result.session.mfa,
    address: visited.address,
    userAgent: visited.userAgent,
    serviceProvider: target.sp.entityId,
  }
}
