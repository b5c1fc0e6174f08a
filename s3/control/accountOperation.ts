/** Operations on what an account has been told: by itself alone, whatever its permissions elsewhere. */

import type { Caller } from '#kernel/hops/caller.ts'
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import type { Scope } from '#kernel/store/store.ts'
import * as errors from '../errors.ts'

export interface AboutAccount {
  readonly AccountId: string
}

/** These actions have no resource: policies allow them on `*`. */
export const onAccount =
  (action: string) =>
  ({ caller }: Asking<AboutAccount>): AuthorizationCheck[] => [
    { action, resource: '*', context: { 's3:ResourceAccount': [caller.accountId] } },
  ]

export function ownScope({ AccountId }: AboutAccount, caller: Caller): Scope {
  if (AccountId !== caller.accountId) throw errors.accessDenied()
  return { account: AccountId, region: '' }
}
