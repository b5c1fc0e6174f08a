/** GET /account: who is signed in here. POST /logout: ends it. */
import type { FastifyInstance } from 'fastify'
import type { Idp } from '../idpDeps.ts'
import { accountPage } from '../pages/account.ts'
import { signedOutPage } from '../pages/message.ts'
import { endSession, sessionCookie, sessionOf } from '../session.ts'
import { scope } from '../state.ts'
import { dropCookie, sendPage, type Visit, visit } from '../visit.ts'
import { formLimit } from './formLimit.ts'

export function account(app: FastifyInstance, idp: Idp): void {
  app.get('/account', async (request, reply) => {
    const visited = await visit(idp, request, reply)
    return sendPage(reply, await ownAccount(idp, visited))
  })
  // SIMPLIFICATION: no single logout: sessions of service providers live on until they end.
  app.post('/logout', formLimit, async (request, reply) => {
    const visited = await visit(idp, request, reply)
    if (!visited.isOwnForm) return sendPage(reply, await ownAccount(idp, visited), 403)
    const { sessionToken, lang } = visited
    if (sessionToken !== undefined)
      await idp.store.write([scope.account], (tx) => endSession(tx, sessionToken))
    dropCookie(idp, reply, sessionCookie)
    return sendPage(reply, signedOutPage(lang))
  })
}

async function ownAccount(idp: Idp, { lang, sessionToken, ownFields }: Visit) {
  const open = await sessionOf(idp.store, sessionToken)
  const providers = await idp.serviceProviders()
  return accountPage({
    lang,
    session: open && { name: open.user.userName, endsAt: open.session.endsAt },
    services: [...new Map(providers.map((each) => [each.entityId, each])).values()].map(
      ({ entityId, name }) => ({ entityId, name: name ?? entityId }),
    ),
    hidden: ownFields,
  })
}
