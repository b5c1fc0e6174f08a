/** sso:Logout: ends the portal session and every token of it. Role credentials that were handed out live on. */
import { noAuthorization } from '#kernel/http/operation.ts'
import { operation, sso } from '../api.ts'
import { portalEvent } from '../audit/portalEvent.ts'
import { endSession } from '../sessions/portalSessions.ts'
import type { BearerProof } from '../stages/authenticateBearer.ts'

export const logout = operation(sso.Logout, {
  access: 'write',

  authorize: noAuthorization('whoever holds a session may end it'),

  locks: ({ facts }) => [(facts.proof as BearerProof).instance.accountId],

  handle: async ({ facts, store }) => {
    const { instance, open } = facts.proof as BearerProof
    await endSession(store, instance, open.key)
  },

  audit: ({ facts }) => portalEvent(facts.proof as BearerProof),
})
