/** Why a sign-in ended at the assertion consumer: the one check that failed, as the page and the records tell it. */
import type { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import type { FailedCheck } from '../pages/message.ts'
import type { User } from '../state.ts'
import type { SignInCheck } from './signInChecks.ts'

export class SignInRefusal extends Error {
  readonly failed: FailedCheck
  /** Whose sign-in it was, where the signature proves that much and the user exists. */
  readonly user: User | undefined

  constructor(failed: FailedCheck, user: User | undefined) {
    super(failed.reason)
    this.name = 'SignInRefusal'
    this.failed = failed
    this.user = user
  }
}

export const refusedByCheck = (
  { check, message, expected, found }: SignInCheck,
  user: User | undefined,
): SignInRefusal => new SignInRefusal({ check, reason: message, expected, found }, user)

/** Of a message whose form or signature is not good: nothing in it is believed. */
export function refusedBySaml({ check, message, detail }: SamlRefusal): SignInRefusal {
  const shown = (name: string) => {
    const value = detail[name]
    return typeof value === 'string' ? value.slice(0, 200) : undefined
  }
  const failed = { check, reason: message, expected: shown('expected'), found: shown('found') }
  return new SignInRefusal(failed, undefined)
}
