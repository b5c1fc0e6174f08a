/** Which client does a person's code belong to? Counted as a guess where it belongs to none. */
import type { Transaction } from '#kernel/store/store.ts'
import type { Instance, User } from '../state.ts'
import { authorizationByUserCode, type FoundAuthorization } from './deviceAuthorizations.ts'
import { countWrongCode, mayTryCode } from './wrongCodes.ts'

export type OpenedCode =
  | { readonly outcome: 'found'; readonly found: FoundAuthorization }
  | { readonly outcome: 'unknownCode' | 'tooManyCodes' }

export interface CodeAttempt {
  readonly instance: Instance
  readonly user: User
  readonly userCode: string
  readonly now: number
}

export async function openUserCode(
  tx: Transaction,
  { instance, user, userCode, now }: CodeAttempt,
): Promise<OpenedCode> {
  if (!(await mayTryCode(tx, instance, user))) return { outcome: 'tooManyCodes' }
  const found = await authorizationByUserCode(tx, instance, userCode)
  if (found?.authorization.decision.made === 'none') return { outcome: 'found', found }
  await countWrongCode(tx, instance, user, now)
  return { outcome: 'unknownCode' }
}
