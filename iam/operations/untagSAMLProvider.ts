/** iam:UntagSAMLProvider: takes tags off a SAML provider, by their keys. */
import { iam, operation } from '../api.ts'
import { untaggedKeys } from '../checks/contextKeys.ts'
import { samlProviderCheck } from '../checks/samlProviderCheck.ts'
import { editableSamlProvider } from '../lookup/existingSamlProvider.ts'
import { withoutTags } from '../rules/changedTags.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'

export const untagSAMLProvider = operation(iam.UntagSAMLProvider, {
  access: 'write',
  authorize: samlProviderCheck('iam:UntagSAMLProvider', untaggedKeys),

  async handle({ input, caller, store }) {
    const provider = await editableSamlProvider(store, caller, input.SAMLProviderArn)
    const tags = withoutTags(provider.tags, input.TagKeys)
    const scope = scopeOf(caller.accountId)
    await store.put(samlProviders, scope, nameKey(provider.name), { ...provider, tags })
  },
})
