/** Authenticators exchange secrets in base32 (RFC 4648); RFC 4226 asks for 128 bits and apps give 80. */
import { seedProblem } from '../seedProblem.ts'
import type { SeedRule } from './seedRule.ts'

const base32 = /^[A-Z2-7]{16,128}={0,6}$/

export const totpSecretsAreBase32: SeedRule = ({ workforce }) =>
  (workforce?.users ?? []).flatMap(({ totpSecret }, i) =>
    totpSecret === undefined || base32.test(totpSecret)
      ? []
      : [seedProblem(`workforce.users[${i}].totpSecret`, 'notBase32', {})],
  )
