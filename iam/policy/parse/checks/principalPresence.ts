/** Resource and trust policies must say for whom; in the others it is who the policy is attached to. */
import { malformedPolicy } from '../malformedPolicy.ts'
import { type Check, WITHOUT_PRINCIPAL } from './check.ts'

export const principalPresence: Check = ({ statements }, kind) => {
  for (const { principal } of statements) {
    if (WITHOUT_PRINCIPAL.has(kind)) {
      if (principal !== undefined) throw malformedPolicy('prohibitedPrincipal', kind)
      continue
    }
    if (principal === undefined) throw malformedPolicy('missingPrincipal', kind)
    if (principal.values.length === 0) throw malformedPolicy('emptyPrincipal', kind)
  }
}
