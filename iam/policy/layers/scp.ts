/**
 * Service control policies cap what the principals of member accounts can do, the root user included.
 * They never grant. The management account and service-linked roles are exempt.
 */
import type { Caller } from '#kernel/hops/caller.ts'
import { guardrailLevels } from './guardrailLevels.ts'
import type { Layer } from './layer.ts'

export const scp: Layer = {
  id: 'scp',
  applies: ({ input, isServiceLinkedRole }) =>
    input.scps !== undefined &&
    BOUND.has(input.caller.type) &&
    input.isManagementAccount !== true &&
    !isServiceLinkedRole,
  evaluate: (request) => guardrailLevels('scp', request.input.scps ?? [], request),
}

/** Services, anonymous callers and holders of a token are no principals of the account. */
const BOUND: ReadonlySet<Caller['type']> = new Set([
  'Root',
  'IAMUser',
  'AssumedRole',
  'FederatedUser',
])
