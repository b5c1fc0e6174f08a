/**
 * Service control policies cap what the principals of member accounts can do, the root user included.
 * They never grant. The management account and service-linked roles are exempt.
 */
import { isAccountPrincipal } from '../isAccountPrincipal.ts'
import { guardrailLevels } from './guardrailLevels.ts'
import type { Layer } from './layer.ts'

export const scp: Layer = {
  id: 'scp',
  applies: ({ input, isServiceLinkedRole }) =>
    input.scps !== undefined &&
    isAccountPrincipal(input.caller) &&
    input.isManagementAccount !== true &&
    !isServiceLinkedRole,
  evaluate: (request) => guardrailLevels('scp', request.input.scps ?? [], request),
}
