/** STS's word on a caller that holds no credentials of AWS (an assertion, a web identity, a service): made for IAM, about one request. */
import { FederatedCaller } from './caller.ts'
import type { Hops } from './hops.ts'
import { mint, type Statement, statementExpiry } from './statement.ts'

/** What IAM accepts of STS, and of nobody else. */
export const federatedCaller = {
  issuer: 'sts',
  about: 'sts.federatedCaller',
  answer: FederatedCaller,
} as const

const audience = 'iam'

export function mintCaller(
  caller: FederatedCaller,
  bound: string,
  { service, ring, clock }: Pick<Hops, 'service' | 'ring' | 'clock'>,
): Statement<FederatedCaller> {
  const { issuer, about } = federatedCaller
  if (service !== issuer) throw new Error(`INVARIANT: ${service} vouches for no caller`)
  const exp = statementExpiry(clock.now())
  const jws = ring?.sign({ sub: about, aud: audience, bound, exp, body: caller })
  return mint({ issuer, about, bound, exp, body: caller, jws })
}
