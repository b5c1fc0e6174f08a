/** iam:ListSAMLProviders: all of the account's, on one page. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { samlProviders, scopeOf } from '../state.ts'

export const listSAMLProviders = operation(iam.ListSAMLProviders, {
  access: 'read',
  authorize: listCheck('iam:ListSAMLProviders'),

  async handle({ caller, store }) {
    const providers = await store.list(samlProviders, scopeOf(caller.accountId))
    return {
      SAMLProviderList: providers.map(({ value: { arn, validUntil, createdAt } }) => ({
        Arn: arn,
        ValidUntil: new Date(validUntil),
        CreateDate: new Date(createdAt),
      })),
    }
  },
})
