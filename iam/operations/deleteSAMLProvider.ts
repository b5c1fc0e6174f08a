/** iam:DeleteSAMLProvider: nobody signs in by it any more; roles that name it stay, and so do live sessions. */
import { iam, operation } from '../api.ts'
import { samlProviderCheck } from '../checks/samlProviderCheck.ts'
import { editableSamlProvider } from '../lookup/existingSamlProvider.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'

export const deleteSAMLProvider = operation(iam.DeleteSAMLProvider, {
  access: 'write',
  authorize: samlProviderCheck('iam:DeleteSAMLProvider'),

  async handle({ input, caller, store }) {
    const { name } = await editableSamlProvider(store, caller, input.SAMLProviderArn)
    await store.delete(samlProviders, scopeOf(caller.accountId), nameKey(name))
  },
})
