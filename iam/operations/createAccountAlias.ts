/** iam:CreateAccountAlias: the account's one name, in place of the one before. No two accounts share one. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { accountAliasExists } from '../errors.ts'
import { accountKey, accounts, aliasOwners, globalScope, scopeOf } from '../state.ts'

export const createAccountAlias = operation(iam.CreateAccountAlias, {
  access: 'write',
  authorize: listCheck('iam:CreateAccountAlias'),
  locks: () => [globalScope.account],

  async handle({ input: { AccountAlias: alias }, caller: { accountId }, store }) {
    const { value: account } = (await store.get(accounts, scopeOf(accountId), accountKey))!
    if (await store.get(aliasOwners, globalScope, alias)) throw accountAliasExists(alias)
    if (account.alias !== undefined) await store.delete(aliasOwners, globalScope, account.alias)
    await store.put(aliasOwners, globalScope, alias, accountId)
    await store.put(accounts, scopeOf(accountId), accountKey, { ...account, alias })
  },
})
