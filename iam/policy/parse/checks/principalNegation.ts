/** `NotPrincipal` goes with `Deny`: with `Allow` it would grant to everyone else, the anonymous included. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const principalNegation: Check = ({ statements }, kind) => {
  for (const { principal, effect } of statements) {
    if (principal?.negated && effect === 'Allow') {
      throw malformedPolicy('allowWithNotPrincipal', kind)
    }
  }
}
