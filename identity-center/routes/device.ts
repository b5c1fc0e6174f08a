/** GET /device: hop 5, a person compares the code. POST /device: what they decided. Then a page that says it. */
import type { FastifyInstance } from 'fastify'
import { readUserCode } from '../clients/userCode.ts'
import { beginSignIn } from '../saml/beginSignIn.ts'
import { type PageContext, visit } from '../visit.ts'
import { askForDecision } from './askForDecision.ts'
import { decide, decisionNamed } from './decide.ts'
import { deviceMessage } from './deviceMessage.ts'
import { formLimit } from './formLimits.ts'

/** With a code, or with what was typed for one. */
export const devicePath = (typed: string): string =>
  `/device?${new URLSearchParams({ user_code: typed.slice(0, longestTyped) })}`

const longestTyped = 50

export function device(app: FastifyInstance, context: PageContext): void {
  app.get('/device', async (request, reply) => {
    const visited = await visit(context, request)
    const typed = visited.query.get('user_code') ?? ''
    const { open } = visited
    if (open) return askForDecision(context, { visited, open, reply, typed })
    const userCode = readUserCode(typed) ?? ''
    return beginSignIn(context, visited, reply, { page: 'device', userCode })
  })
  app.post('/device', formLimit, async (request, reply) => {
    const visited = await visit(context, request)
    const { open, form } = visited
    const decision = decisionNamed(form.get('decision'))
    if (!open || !visited.isOwnForm || !decision)
      return deviceMessage(visited, reply, 'staleForm', 403)
    const typed = form.get('user_code') ?? ''
    return decide(context, { visited, open, reply, typed }, decision)
  })
  app.post('/device/code', formLimit, async (request, reply) => {
    const visited = await visit(context, request)
    if (!visited.isOwnForm) return deviceMessage(visited, reply, 'staleForm', 403)
    return reply.redirect(devicePath(visited.form.get('user_code') ?? ''), 303)
  })
  app.get('/device/allowed', async (request, reply) =>
    deviceMessage(await visit(context, request), reply, 'approved', 200),
  )
  app.get('/device/denied', async (request, reply) =>
    deviceMessage(await visit(context, request), reply, 'denied', 200),
  )
}
