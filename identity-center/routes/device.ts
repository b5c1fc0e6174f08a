/** GET /device: hop 5, a person compares the code and decides. POST /device: their decision (RFC 8628 3.3). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import { change, closeUserCode, type FoundAuthorization } from '../deviceAuthorizations.ts'
import { type OpenedCode, openUserCode } from '../openUserCode.ts'
import { approvePage } from '../pages/approve.ts'
import { enterCodePage } from '../pages/enterCode.ts'
import { type MessageKind, messagePage } from '../pages/message.ts'
import { personOf } from '../pages/person.ts'
import type { OpenSession } from '../portalSessions.ts'
import { beginSignIn } from '../saml/beginSignIn.ts'
import type { Decision } from '../state.ts'
import { readUserCode } from '../userCode.ts'
import { type PageContext, sendPage, type Visit, visit } from '../visit.ts'
import { formLimit } from './formLimits.ts'

/** Of the CLI's way to a bucket. */
const hop = { number: 5, of: 12 }

export function device(app: FastifyInstance, context: PageContext): void {
  app.get('/device', async (request, reply) => {
    const visited = await visit(context, request)
    const typed = visited.query.get('user_code') ?? ''
    const { open } = visited
    if (!open) {
      const userCode = readUserCode(typed) ?? ''
      return beginSignIn(context, visited, reply, { page: 'device', userCode })
    }
    return askForDecision(context, { visited, open, reply, typed })
  })
  app.post('/device', formLimit, async (request, reply) => {
    const visited = await visit(context, request)
    const { open, form } = visited
    const decision = decisions.get(form.get('decision') ?? '')
    if (!open || !visited.isOwnForm || !decision) return message(visited, reply, 'staleForm', 403)
    const typed = form.get('user_code') ?? ''
    return decide(context, { visited, open, reply, typed }, decision)
  })
  app.get('/device/allowed', async (request, reply) =>
    message(await visit(context, request), reply, 'approved', 200),
  )
  app.get('/device/denied', async (request, reply) =>
    message(await visit(context, request), reply, 'denied', 200),
  )
}

/** A person with a session, and the code that they typed or were sent with. */
interface Asked {
  readonly visited: Visit
  readonly open: OpenSession
  readonly reply: FastifyReply
  readonly typed: string
}

async function askForDecision(context: PageContext, asked: Asked): Promise<FastifyReply> {
  const { visited, open, reply, typed } = asked
  const userCode = readUserCode(typed)
  if (userCode === undefined) {
    const wrong = typed === '' ? undefined : typed
    const signInOrigin = new URL((await context.keys.identityProvider()).ssoUrl).origin
    const page = { lang: visited.lang, person: personOf(open), hop, wrong, signInOrigin }
    return sendPage(reply, enterCodePage(page))
  }
  const opened = await opening(context, asked, userCode)
  if (opened.outcome !== 'found') return notOpened(asked, opened.outcome)
  return sendPage(reply, pageFor(context, asked, opened.found))
}

const opening = (
  { store, clock }: PageContext,
  { visited: { instance }, open: { user } }: Asked,
  userCode: string,
): Promise<OpenedCode> =>
  store.write([instance.accountId], (tx) =>
    openUserCode(tx, { instance, user, userCode, now: clock.now() }),
  )

const statusOf = { unknownCode: 404, tooManyCodes: 429 } as const

const notOpened = ({ visited, reply }: Asked, kind: keyof typeof statusOf): FastifyReply =>
  message(visited, reply, kind, statusOf[kind])

function pageFor({ clock }: PageContext, { visited, open }: Asked, found: FoundAuthorization) {
  const { userCode, clientName, scopes, askedFrom, startedAt, expiresAt } = found.authorization
  const now = clock.now()
  explainPage(visited.request)('device-approval', {
    userCode,
    clientName,
    askedFrom,
    decision: 'asked',
  })
  return approvePage({
    lang: visited.lang,
    person: personOf(open),
    hop,
    device: { userCode, secondsLeft: (expiresAt - now) / 1000 },
    clientName,
    scopes,
    askedFrom: { address: askedFrom, secondsAgo: Math.floor((now - startedAt) / 1000) },
    action: '/device',
    hidden: { ...visited.ownFields, user_code: userCode },
  })
}

type DecisionOf = (open: OpenSession) => Decision

const decisions: ReadonlyMap<string, { readonly decision: DecisionOf; readonly path: string }> =
  new Map([
    [
      'allow',
      {
        decision: ({ user, key }) => ({ made: 'allowed', userId: user.userId, sessionKey: key }),
        path: '/device/allowed',
      },
    ],
    [
      'deny',
      {
        decision: ({ user }) => ({ made: 'denied', userId: user.userId }),
        path: '/device/denied',
      },
    ],
  ])

async function decide(
  { store, clock }: PageContext,
  asked: Asked,
  { decision, path }: { readonly decision: DecisionOf; readonly path: string },
): Promise<FastifyReply> {
  const { visited, open, reply, typed } = asked
  const { instance } = visited
  const userCode = readUserCode(typed) ?? ''
  const made = decision(open)
  const opened = await store.write([instance.accountId], async (tx) => {
    const attempt = { instance, user: open.user, userCode, now: clock.now() }
    const code = await openUserCode(tx, attempt)
    if (code.outcome !== 'found') return code
    await change(tx, instance, code.found, { decision: made })
    await closeUserCode(tx, instance, userCode)
    return code
  })
  if (opened.outcome !== 'found') return notOpened(asked, opened.outcome)
  const { clientName, askedFrom } = opened.found.authorization
  explainPage(visited.request)('device-approval', {
    userCode,
    clientName,
    askedFrom,
    decision: made.made,
    user: open.user.userName,
  })
  return reply.redirect(path, 303)
}

function message(
  { lang, open }: Visit,
  reply: FastifyReply,
  kind: MessageKind,
  status: number,
): FastifyReply {
  const person = open && personOf(open)
  return sendPage(reply, messagePage({ lang, kind, person, hop }), status)
}
