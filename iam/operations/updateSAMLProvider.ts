/** iam:UpdateSAMLProvider: other metadata, as when the identity provider has a new certificate. */
import { iam, operation } from '../api.ts'
import { samlProviderCheck } from '../checks/samlProviderCheck.ts'
import { editableSamlProvider } from '../lookup/existingSamlProvider.ts'
import { checkedMetadata, refuseEncryption } from '../rules/samlMetadata.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'

export const updateSAMLProvider = operation(iam.UpdateSAMLProvider, {
  access: 'write',
  authorize: samlProviderCheck('iam:UpdateSAMLProvider'),

  async handle({ input, caller, store, clock }) {
    const provider = await editableSamlProvider(store, caller, input.SAMLProviderArn)
    refuseEncryption(input)
    const { SAMLMetadataDocument: metadata = provider.metadata } = input
    const { validUntil } = checkedMetadata(metadata, clock.now())
    const updated = { ...provider, metadata, validUntil }
    await store.put(samlProviders, scopeOf(caller.accountId), nameKey(provider.name), updated)
    return { SAMLProviderArn: provider.arn }
  },
})
