/** A person's decision about a client: made once, by whoever was shown the page, and kept for the client's next poll. */
import type { FastifyReply } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import { changeAuthorization, closeUserCode } from '../clients/deviceAuthorizations.ts'
import { openUserCode } from '../clients/openUserCode.ts'
import { readUserCode } from '../clients/userCode.ts'
import type { OpenSession } from '../sessions/portalSessions.ts'
import type { Decision } from '../state.ts'
import type { PageContext } from '../visit.ts'
import type { Asked } from './askForDecision.ts'
import { notOpened } from './deviceMessage.ts'

export interface PossibleDecision {
  readonly by: (open: OpenSession) => Decision
  /** The page that says so. */
  readonly path: string
}

const allow: PossibleDecision = {
  by: ({ key }) => ({ made: 'allowed', sessionKey: key }),
  path: '/device/allowed',
}

const deny: PossibleDecision = {
  by: () => ({ made: 'denied' }),
  path: '/device/denied',
}

const decisions = new Map([
  ['allow', allow],
  ['deny', deny],
])

export const decisionNamed = (name: string | undefined): PossibleDecision | undefined =>
  decisions.get(name ?? '')

export async function decide(
  { store, clock }: PageContext,
  { visited, open, reply, typed }: Asked,
  { by, path }: PossibleDecision,
): Promise<FastifyReply> {
  const { instance } = visited
  const userCode = readUserCode(typed) ?? ''
  const decision = by(open)
  const opened = await store.write([instance.accountId], async (tx) => {
    const attempt = { instance, user: open.user, userCode, now: clock.now() }
    const code = await openUserCode(tx, attempt)
    if (code.outcome !== 'found') return code
    await changeAuthorization(tx, instance, code.found, { decision })
    await closeUserCode(tx, instance, userCode)
    return code
  })
  if (opened.outcome !== 'found') return notOpened(visited, reply, opened.outcome)
  const { clientName, askedFrom } = opened.found.authorization
  explainPage(visited.request)('device-approval', {
    userCode,
    clientName,
    askedFrom,
    decision: decision.made,
    user: open.user.userName,
  })
  return reply.redirect(path, 303)
}
