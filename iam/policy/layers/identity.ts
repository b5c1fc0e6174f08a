/** The policies of the user, its groups, or the role. The root user needs none; strangers have none. */
import { isAccountPrincipal } from '../isAccountPrincipal.ts'
import { attachedPolicies } from './attachedPolicies.ts'
import type { Layer } from './layer.ts'

export const identity: Layer = {
  id: 'identity',
  applies: ({ input }) => isAccountPrincipal(input.caller) && input.caller.type !== 'Root',
  evaluate: (request) => attachedPolicies('identity', request.input.identityPolicies, request),
}
