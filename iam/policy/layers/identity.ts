/** The policies of the user, its groups, or the role. The root user needs none; strangers have none. */
import type { Caller } from '#kernel/hops/caller.ts'
import { attachedPolicies } from './attachedPolicies.ts'
import type { Layer } from './layer.ts'

export const identity: Layer = {
  id: 'identity',
  applies: ({ input }) => WITH_POLICIES.has(input.caller.type),
  evaluate: (request) => attachedPolicies('identity', request.input.identityPolicies, request),
}

const WITH_POLICIES: ReadonlySet<Caller['type']> = new Set([
  'IAMUser',
  'AssumedRole',
  'FederatedUser',
])
