/** Every statement is about some resource; in a trust policy it is the role, and naming one is an error. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const resourcePresence: Check = ({ statements }, kind) => {
  for (const { resource } of statements) {
    if (kind === 'trust') {
      if (resource !== undefined) throw malformedPolicy('prohibitedResource', kind)
    } else if (!resource?.values.length) {
      throw malformedPolicy('missingResources', kind)
    }
  }
}
