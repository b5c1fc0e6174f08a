/** GET and POST /saml/sso: a service provider asks who the person is. GET /saml/start: the person begins here. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Idp } from '../idpDeps.ts'
import { loginPage } from '../pages/login.ts'
import { respond, respondStatus } from '../respond.ts'
import { sessionOf } from '../session.ts'
import { type SignInTarget, signInTarget } from '../signInTarget.ts'
import { sendPage, type Visit, visit } from '../visit.ts'
import { formLimit } from './formLimit.ts'

export function singleSignOn(app: FastifyInstance, idp: Idp): void {
  app.get('/saml/sso', async (request, reply) => {
    const visited = await visit(idp, request, reply)
    return answer(idp, visited, await signInTarget(idp, visited.query, 'redirect'), reply)
  })
  app.post('/saml/sso', formLimit, async (request, reply) => {
    const visited = await visit(idp, request, reply)
    return answer(idp, visited, await signInTarget(idp, visited.form, 'post'), reply)
  })
  app.get('/saml/start', async (request, reply) => {
    const visited = await visit(idp, request, reply)
    return answer(idp, visited, await signInTarget(idp, visited.query, 'redirect'), reply)
  })
}

/** An open session answers at once, unless the service provider wants the person to be asked again (ForceAuthn). */
async function answer(
  idp: Idp,
  visited: Visit,
  target: SignInTarget,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { lang, sessionToken, ownFields, explain } = visited
  const open = await sessionOf(idp.store, sessionToken)
  const mustAsk = open === undefined || target.request?.forceAuthn === true
  explain('authn-request', {
    serviceProvider: target.sp.entityId,
    acsUrl: target.sp.acsUrl,
    requestId: target.request?.id,
    session: open === undefined ? 'none' : 'open',
    mustAsk,
  })
  if (!mustAsk) return sendPage(reply, await respond(idp, visited, target, open))
  if (target.request?.isPassive === true)
    return sendPage(reply, await respondStatus(idp, visited, target, 'noPassive'))
  const page = loginPage({
    lang,
    serviceProvider: target.sp.name ?? target.sp.entityId,
    hidden: { ...ownFields, ...target.carried },
  })
  return sendPage(reply, page)
}
