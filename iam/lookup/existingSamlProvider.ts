/** A SAML provider of the caller's account by its ARN, or the refusal. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import { invalidArn, samlProviderNotFound } from '../errors.ts'
import { refuseProtectedProvider } from '../rules/protectedEntities.ts'
import { nameKey, type SamlProvider, samlProviders, scopeOf } from '../state.ts'

export async function existingSamlProvider(
  read: Reader,
  account: string,
  arn: string,
): Promise<SamlProvider> {
  const named = readEntityArn(arn)
  if (named?.type !== 'saml-provider') throw invalidArn(arn)
  const found = await read.get(samlProviders, scopeOf(account), nameKey(named.name))
  if (found?.value.arn !== arn) throw samlProviderNotFound(arn)
  return found.value
}

/** One that the caller may change: not Identity Center's own. */
export async function editableSamlProvider(
  read: Reader,
  caller: Caller,
  arn: string,
): Promise<SamlProvider> {
  const provider = await existingSamlProvider(read, caller.accountId, arn)
  refuseProtectedProvider(provider.name, caller)
  return provider
}
