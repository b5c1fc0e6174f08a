/** iam:GetUser: one user; without a name, the caller. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser, ownUserName } from '../lookup/existingUser.ts'
import { accountKey, accounts, scopeOf } from '../state.ts'
import { rootView, userView } from '../views/userView.ts'

export const getUser = operation(iam.GetUser, {
  access: 'read',
  authorize: userCheck('iam:GetUser'),

  async handle({ input: { UserName }, caller, store }) {
    const { accountId } = caller
    if (UserName === undefined && caller.type === 'Root') {
      const account = await store.get(accounts, scopeOf(accountId), accountKey)
      return { User: rootView(account!.value) }
    }
    const user = await existingUser(store, accountId, UserName ?? ownUserName(caller))
    return { User: userView(user) }
  },
})
