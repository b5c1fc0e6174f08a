/** iam:CreateSAMLProvider: trusts an identity provider's signature, as its metadata shows it. */
import { iam, operation } from '../api.ts'
import { newEntityCheck } from '../checks/newEntityCheck.ts'
import { entityArn } from '../entityArn.ts'
import { samlProviderExists } from '../errors.ts'
import type { CreateSAMLProviderRequest } from '../model/shapes.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import { checkedTags } from '../rules/checkedTags.ts'
import { refuseProtectedProvider } from '../rules/protectedEntities.ts'
import { checkedMetadata, refuseEncryption } from '../rules/samlMetadata.ts'
import { nameKey, type SamlProvider, samlProviders, scopeOf } from '../state.ts'
import { tagsView } from '../views/tagsView.ts'

/** Characters of a provider's unique id. */
const uuidLength = 26

export const createSAMLProvider = operation(iam.CreateSAMLProvider, {
  access: 'write',

  authorize: newEntityCheck<CreateSAMLProviderRequest>({
    type: 'saml-provider',
    create: 'iam:CreateSAMLProvider',
    tag: 'iam:TagSAMLProvider',
    nameOf: ({ Name }) => Name,
  }),

  async handle({ input, caller, store, clock, ids }) {
    const { accountId: account } = caller
    const { Name: name, SAMLMetadataDocument: metadata } = input
    const scope = scopeOf(account)
    refuseEncryption(input)
    refuseProtectedProvider(name, caller)
    const tags = checkedTags(input.Tags)
    const { validUntil } = checkedMetadata(metadata, clock.now())
    if (await store.get(samlProviders, scope, nameKey(name))) throw samlProviderExists(name)
    await requireRoom(store, account, samlProviders, 'SAMLProvidersPerAccount')
    const provider: SamlProvider = {
      uuid: ids.base32(uuidLength),
      name,
      arn: entityArn({ account, type: 'saml-provider', path: '/', name }),
      metadata,
      createdAt: clock.now(),
      validUntil,
      tags,
    }
    await store.put(samlProviders, scope, nameKey(name), provider)
    return { SAMLProviderArn: provider.arn, Tags: tagsView(tags) }
  },
})
