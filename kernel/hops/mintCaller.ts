/** STS's word on a caller that holds no credentials of AWS (an assertion, a web identity, a service): made for IAM, about one request. */
import type { FederatedCaller } from './caller.ts'
import { federatedCaller } from './ports.ts'
import type { Ring } from './ring.ts'
import { mint, type Statement, statementExpiry } from './statement.ts'

/** `ring` is that of STS; `now` in milliseconds, sandbox's clock. */
export function mintCaller(
  caller: FederatedCaller,
  bound: string,
  ring: Ring,
  now: number,
): Statement<FederatedCaller> {
  const { issuer, audience, about } = federatedCaller
  if (ring.service !== issuer) throw new Error(`INVARIANT: ${ring.service} vouches for no caller`)
  const exp = statementExpiry(now)
  const jws = ring.sign({ sub: about, aud: audience, bound, exp, body: caller })
  return mint({ issuer, about, bound, exp, body: caller, jws })
}
