/** iam:ListSAMLProviderTags: the tags of a SAML provider, in pages. */
import { iam, operation } from '../api.ts'
import { samlProviderCheck } from '../checks/samlProviderCheck.ts'
import { existingSamlProvider } from '../lookup/existingSamlProvider.ts'
import { tagPage } from '../views/tagPage.ts'

export const listSAMLProviderTags = operation(iam.ListSAMLProviderTags, {
  access: 'read',
  authorize: samlProviderCheck('iam:ListSAMLProviderTags'),

  async handle({ input, caller, store }) {
    const { tags } = await existingSamlProvider(store, caller.accountId, input.SAMLProviderArn)
    return tagPage(tags, input)
  },
})
