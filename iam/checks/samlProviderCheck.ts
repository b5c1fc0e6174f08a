/** What is asked before something is done to a SAML provider. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { readEntityArn } from '../entityArn.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'
import { resourceTags } from './contextKeys.ts'

export const samlProviderCheck =
  (action: string) =>
  async ({
    input: { SAMLProviderArn: resource },
    caller,
    read,
  }: Asking<{ readonly SAMLProviderArn: string }>): Promise<AuthorizationCheck[]> => {
    const name = nameKey(readEntityArn(resource)?.name ?? '')
    const found = name && (await read.get(samlProviders, scopeOf(caller.accountId), name))
    const tags = found && found.value.arn === resource ? found.value.tags : []
    return [{ action, resource, context: resourceTags(tags) }]
  }
