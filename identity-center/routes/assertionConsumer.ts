/** POST /platform/saml/acs/…: the identity provider's Response, on its way through the browser (SAML bindings 3.5). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { auditPage, explainPage } from '#kernel/http/recordPages.ts'
import { signInRefused } from '../audit/signInOutcomes.ts'
import { messagePage } from '../pages/message.ts'
import { acceptResponse } from '../saml/acceptResponse.ts'
import { SignInRefusal } from '../saml/SignInRefusal.ts'
import type { ReturnTo } from '../state.ts'
import {
  type PageContext,
  sendPage,
  sessionCookie,
  setCookie,
  type Visit,
  visit,
} from '../visit.ts'
import { devicePath } from './device.ts'
import { responseLimit } from './formLimits.ts'

export function assertionConsumer(app: FastifyInstance, context: PageContext): void {
  app.post<{ Params: { consumerId: string } }>(
    '/platform/saml/acs/:consumerId',
    responseLimit,
    async (request, reply) => {
      const visited = await visit(context, request)
      if (request.params.consumerId !== visited.instance.consumerId) {
        explainPage(request)('refusal', { status: 404, reason: 'noInstance' })
        return sendPage(reply, messagePage({ lang: visited.lang, kind: 'noInstance' }), 404)
      }
      try {
        return await signIn(context, visited, reply)
      } catch (error) {
        if (error instanceof SignInRefusal) return refuse(context, visited, reply, error)
        throw error
      }
    },
  )
}

async function signIn(context: PageContext, visited: Visit, reply: FastifyReply) {
  const { request, form } = visited
  const incoming = {
    samlResponse: form.get('SAMLResponse') ?? '',
    relayState: form.get('RelayState'),
  }
  const accepted = await acceptResponse(context, visited, incoming, explainPage(request))
  auditPage(request, accepted.outcome)
  setCookie(context, reply, sessionCookie, accepted.token)
  return reply.redirect(pathOf(accepted.returnTo), 303)
}

/** INVARIANT: the address is made here, of what was kept here; nothing that came in can lead a person elsewhere. */
function pathOf(returnTo: ReturnTo): string {
  if (returnTo.page === 'start') return '/start'
  return devicePath(returnTo.userCode)
}

/** SIMPLIFICATION: AWS shows a generic sentence and keeps the reason for the audit; we show the check that failed. */
async function refuse(
  { store, clock, ids }: PageContext,
  { request, instance, lang, sourceIp, userAgent }: Visit,
  reply: FastifyReply,
  { failed, user }: SignInRefusal,
): Promise<FastifyReply> {
  const outcome = signInRefused({
    instance,
    user,
    failed,
    now: clock.now(),
    ids,
    sourceIp,
    userAgent,
    workflowId: ids.uuid(),
  })
  await store.write([instance.accountId], async (tx) => tx.audit(outcome))
  auditPage(request, outcome)
  return sendPage(reply, messagePage({ lang, kind: 'signInFailed', hop, failed }), 403)
}

/** Of the CLI's way to a bucket. */
const hop = { number: 4, of: 12 }
