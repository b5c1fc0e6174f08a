/** The page on which a person compares the code and sees who asks, for what, and from where (RFC 8628 3.3). */
import type { FastifyReply } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import type { FoundAuthorization } from '../clients/deviceAuthorizations.ts'
import { openUserCode } from '../clients/openUserCode.ts'
import { readUserCode } from '../clients/userCode.ts'
import { approvePage } from '../pages/approve.ts'
import { enterCodePage } from '../pages/enterCode.ts'
import { personOf } from '../pages/person.ts'
import type { OpenSession } from '../sessions/portalSessions.ts'
import { type PageContext, sendPage, type Visit } from '../visit.ts'
import { approvalHop, notOpened } from './deviceMessage.ts'

/** A person with a session, and the code that they typed or were sent with. */
export interface Asked {
  readonly visited: Visit
  readonly open: OpenSession
  readonly reply: FastifyReply
  readonly typed: string
}

export async function askForDecision(context: PageContext, asked: Asked): Promise<FastifyReply> {
  const { visited, open, reply, typed } = asked
  const { instance, lang } = visited
  const userCode = readUserCode(typed)
  if (userCode === undefined) {
    const wrong = typed === '' ? undefined : typed
    const hidden = visited.ownFields
    const page = enterCodePage({ lang, person: personOf(open), hop: approvalHop, wrong, hidden })
    return sendPage(reply, page)
  }
  const now = context.clock.now()
  const opened = await context.store.write([instance.accountId], (tx) =>
    openUserCode(tx, { instance, user: open.user, userCode, now }),
  )
  if (opened.outcome !== 'found') return notOpened(visited, reply, opened.outcome)
  return sendPage(reply, pageFor(asked, opened.found, now))
}

function pageFor({ visited, open }: Asked, { authorization }: FoundAuthorization, now: number) {
  const { userCode, clientName, scopes, askedFrom, startedAt, expiresAt } = authorization
  explainPage(visited.request)('device-approval', {
    userCode,
    clientName,
    askedFrom,
    decision: 'asked',
    user: open.user.userName,
  })
  return approvePage({
    lang: visited.lang,
    person: personOf(open),
    hop: approvalHop,
    device: { userCode, secondsLeft: (expiresAt - now) / 1000 },
    clientName,
    scopes,
    askedFrom: { address: askedFrom, secondsAgo: Math.floor((now - startedAt) / 1000) },
    action: '/device',
    hidden: { ...visited.ownFields, user_code: userCode },
  })
}
