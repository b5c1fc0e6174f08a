/** iam:TagSAMLProvider: tags a SAML provider; one of the same key is replaced. */
import { iam, operation } from '../api.ts'
import { requestTags } from '../checks/contextKeys.ts'
import { samlProviderCheck } from '../checks/samlProviderCheck.ts'
import { editableSamlProvider } from '../lookup/existingSamlProvider.ts'
import { withTags } from '../rules/changedTags.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'

export const tagSAMLProvider = operation(iam.TagSAMLProvider, {
  access: 'write',
  authorize: samlProviderCheck('iam:TagSAMLProvider', requestTags),

  async handle({ input, caller, store }) {
    const provider = await editableSamlProvider(store, caller, input.SAMLProviderArn)
    const tags = withTags(provider.tags, input.Tags, 'TagsPerSAMLProvider')
    const scope = scopeOf(caller.accountId)
    await store.put(samlProviders, scope, nameKey(provider.name), { ...provider, tags })
  },
})
