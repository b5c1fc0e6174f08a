/** What is asked before something is done to a SAML provider. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { readEntityArn } from '../entityArn.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'
import { type ContextKeys, type KeyedInput, resourceTags } from './contextKeys.ts'

type ProviderInput = KeyedInput & { readonly SAMLProviderArn: string }

export const samlProviderCheck =
  (action: string, ...keys: readonly ContextKeys[]) =>
  async ({ input, caller, read }: Asking<ProviderInput>): Promise<AuthorizationCheck[]> => {
    const { SAMLProviderArn: resource } = input
    const name = nameKey(readEntityArn(resource)?.name ?? '')
    const found = name && (await read.get(samlProviders, scopeOf(caller.accountId), name))
    const tags = found && found.value.arn === resource ? found.value.tags : []
    const more = keys.map((each) => each(input, undefined))
    return [{ action, resource, context: Object.assign(resourceTags(tags), ...more) }]
  }
