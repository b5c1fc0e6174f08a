/** Every statement is about some action. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const actionPresence: Check = ({ statements }, kind) => {
  if (statements.some(({ action }) => !action?.values.length)) {
    throw malformedPolicy('missingActions', kind)
  }
}
