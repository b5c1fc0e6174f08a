/** Policies passed when a session was made narrow it: what none of them allows, the session cannot do. */
import { attachedPolicies } from './attachedPolicies.ts'
import type { Layer } from './layer.ts'

export const session: Layer = {
  id: 'session',
  // A role session without session policies has all of its role. A session of GetFederationToken
  // has nothing of its user without one.
  applies: ({ input }) => input.sessionPolicies.length > 0 || input.caller.type === 'FederatedUser',
  evaluate: (request) => attachedPolicies('session', request.input.sessionPolicies, request),
}
