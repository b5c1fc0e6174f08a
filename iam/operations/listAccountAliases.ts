/** iam:ListAccountAliases: one or none. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { pageOf } from '../page.ts'
import { accountKey, accounts, scopeOf } from '../state.ts'

export const listAccountAliases = operation(iam.ListAccountAliases, {
  access: 'read',
  authorize: listCheck('iam:ListAccountAliases'),

  async handle({ input, caller: { accountId }, store }) {
    const { value: account } = (await store.get(accounts, scopeOf(accountId), accountKey))!
    const aliases = account.alias === undefined ? [] : [account.alias]
    const { items, position } = pageOf(aliases, (alias) => alias, input)
    return { AccountAliases: [...items], ...position }
  },
})
