/** IAM's Sids are letters and digits; S3 and others take more. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

const ALPHANUMERIC = /^[0-9A-Za-z]*$/

export const sidCharacters: Check = ({ statements }, kind) => {
  if (kind === 'resource' || kind === 'rcp') return
  for (const { sid } of statements) {
    if (sid !== undefined && !ALPHANUMERIC.test(sid)) throw malformedPolicy('sid', kind, sid)
  }
}
