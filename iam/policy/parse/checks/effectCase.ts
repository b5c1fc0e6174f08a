/** `Allow` and `Deny` are written just so: `allow` passes the grammar and fails here. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const effectCase: Check = ({ statements }, kind) => {
  for (const { effect } of statements) {
    if (effect !== 'Allow' && effect !== 'Deny') throw malformedPolicy('effectCase', kind, effect)
  }
}
