/** GET /start: what a person may take. POST /signout: ends their portal session. */
import type { FastifyInstance } from 'fastify'
import { auditPage, explainPage } from '#kernel/http/recordPages.ts'
import { type Grant, grantsOf } from '../assignments.ts'
import { signedOut } from '../audit/signedOut.ts'
import { messagePage } from '../pages/message.ts'
import { personOf } from '../pages/person.ts'
import { type ShownAccount, startPage } from '../pages/start.ts'
import { beginSignIn } from '../saml/beginSignIn.ts'
import { endSession, type OpenSession } from '../sessions/portalSessions.ts'
import {
  dropCookie,
  type PageContext,
  sendPage,
  sessionCookie,
  type Visit,
  visit,
} from '../visit.ts'
import { formLimit } from './formLimits.ts'

export function start(app: FastifyInstance, context: PageContext): void {
  app.get('/start', async (request, reply) => {
    const visited = await visit(context, request)
    if (!visited.open) return beginSignIn(context, visited, reply, { page: 'start' })
    return sendPage(reply, await portal(context, visited, visited.open))
  })
  app.post('/signout', formLimit, async (request, reply) => {
    const visited = await visit(context, request)
    const { open, lang } = visited
    if (open && !visited.isOwnForm) {
      explainPage(request)('refusal', { status: 403, reason: 'staleForm' })
      return sendPage(reply, messagePage({ lang, kind: 'staleForm', person: personOf(open) }), 403)
    }
    if (open) await signOut(context, visited, open)
    dropCookie(reply, sessionCookie)
    return sendPage(reply, messagePage({ lang, kind: 'signedOut' }))
  })
}

async function portal({ store }: PageContext, visited: Visit, open: OpenSession) {
  return startPage({
    lang: visited.lang,
    person: personOf(open),
    accounts: byAccount(await grantsOf(store, visited.instance, open.user)),
    sessionEnds: `${new Date(open.session.endsAt).toISOString().slice(11, 19)} UTC`,
    hidden: visited.ownFields,
  })
}

/** They come sorted by account. */
function byAccount(grants: readonly Grant[]): ShownAccount[] {
  const shown = new Map<string, ShownAccount>()
  for (const { account, permissionSet, through } of grants) {
    const { accountId, name } = account
    const role = {
      name: permissionSet.name,
      group: through.type === 'GROUP' ? through.name : undefined,
      sessionDuration: permissionSet.sessionDuration,
    }
    const roles = [...(shown.get(accountId)?.roles ?? []), role]
    shown.set(accountId, { accountId, name, roles })
  }
  return [...shown.values()]
}

async function signOut(context: PageContext, visited: Visit, open: OpenSession): Promise<void> {
  const { store, clock, ids } = context
  const { instance, sourceIp, userAgent, request } = visited
  const outcome = signedOut({ instance, open, now: clock.now(), ids, sourceIp, userAgent })
  await store.write([instance.accountId], async (tx) => {
    await endSession(tx, instance, open.key)
    tx.audit(outcome)
  })
  auditPage(request, outcome)
}
