/** iam:DeleteAccountAlias: the account has its number alone again. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { accountAliasNotFound } from '../errors.ts'
import { accountKey, accounts, aliasOwners, globalScope, scopeOf } from '../state.ts'

export const deleteAccountAlias = operation(iam.DeleteAccountAlias, {
  access: 'write',
  authorize: listCheck('iam:DeleteAccountAlias'),
  locks: () => [globalScope.account],

  async handle({ input: { AccountAlias: alias }, caller: { accountId }, store }) {
    const { value: account } = (await store.get(accounts, scopeOf(accountId), accountKey))!
    if (account.alias !== alias) throw accountAliasNotFound(alias)
    await store.delete(aliasOwners, globalScope, alias)
    await store.put(accounts, scopeOf(accountId), accountKey, { ...account, alias: undefined })
  },
})
