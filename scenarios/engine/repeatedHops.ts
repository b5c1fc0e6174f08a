/**
 * Which hops a further request made: read out of what was recorded since, not assumed. Identity Center may be
 * provisioning another account meanwhile, in its own name; that is nobody's sign-in.
 */
import type { RecordedExchange } from './exchanges.ts'
import { hopAbout } from './found.ts'

/** Hops that sign somebody in, by the party that is asked. */
const signInHops: Readonly<Record<string, readonly number[]>> = {
  'identity-center': [1, 4, 5, 6, 7],
  idp: [2, 3],
  sts: [8],
}

export function repeatedHops(since: readonly RecordedExchange[]): number[] {
  return since.flatMap((each) => {
    const { to } = each.request
    if (to === 'sts' && each.operation !== 'AssumeRoleWithSAML') return []
    if (to !== 's3') return [...(signInHops[to] ?? [])]
    const status = each.response?.status ?? 500
    return [
      9,
      ...(hopAbout(each, 'credentials.resolveCaller') ? [10] : []),
      ...(hopAbout(each, 'authorization.authorize') ? [11] : []),
      ...(status < 300 ? [12] : []),
    ]
  })
}
