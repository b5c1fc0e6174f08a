/** STS's word on a caller that holds no credentials of AWS (an assertion, a web identity, a service): made for IAM, about one request. */
import { FederatedCaller } from './caller.ts'
import type { Ring } from './ring.ts'
import { mint, type Statement, statementExpiry } from './statement.ts'

/** What IAM accepts of STS, and of nobody else. */
export const federatedCaller = {
  issuer: 'sts',
  about: 'sts.federatedCaller',
  answer: FederatedCaller,
} as const

const audience = 'iam'

/** `ring` is that of STS; `now` in milliseconds, sandbox's clock. */
export function mintCaller(
  caller: FederatedCaller,
  bound: string,
  ring: Ring,
  now: number,
): Statement<FederatedCaller> {
  const { issuer, about } = federatedCaller
  if (ring.service !== issuer) throw new Error(`INVARIANT: ${ring.service} vouches for no caller`)
  const exp = statementExpiry(now)
  const jws = ring.sign({ sub: about, aud: audience, bound, exp, body: caller })
  return mint({ issuer, about, bound, exp, body: caller, jws })
}
