/** A Sid names one statement. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const uniqueSids: Check = ({ statements }, kind) => {
  const seen = new Set<string>()
  for (const { sid } of statements) {
    if (!sid) continue
    if (seen.has(sid)) throw malformedPolicy('duplicateSid', kind, sid)
    seen.add(sid)
  }
}
