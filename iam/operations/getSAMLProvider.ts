/** iam:GetSAMLProvider: a provider and the metadata that it was given. */
import { iam, operation } from '../api.ts'
import { samlProviderCheck } from '../checks/samlProviderCheck.ts'
import { existingSamlProvider } from '../lookup/existingSamlProvider.ts'

export const getSAMLProvider = operation(iam.GetSAMLProvider, {
  access: 'read',
  authorize: samlProviderCheck('iam:GetSAMLProvider'),

  async handle({ input, caller, store }) {
    const provider = await existingSamlProvider(store, caller.accountId, input.SAMLProviderArn)
    const { uuid, metadata, createdAt, validUntil, tags } = provider
    return {
      SAMLProviderUUID: uuid,
      SAMLMetadataDocument: metadata,
      CreateDate: new Date(createdAt),
      ValidUntil: new Date(validUntil),
      Tags: [...tags],
    }
  },
})
