/** iam:UpdateUser: another name or path. Keys, groups and policies stay, and whoever trusts the user still does. */
import type { Transaction } from '#kernel/store/store.ts'
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { renameCheck } from '../checks/renameCheck.ts'
import { entityArn } from '../entityArn.ts'
import { userExists } from '../errors.ts'
import { existingUser } from '../lookup/existingUser.ts'
import type { UpdateUserRequest } from '../model/shapes.ts'
import { accessKeys, nameKey, renamedUsers, scopeOf, type User, users } from '../state.ts'

export const updateUser = operation(iam.UpdateUser, {
  access: 'write',
  authorize: renameCheck(
    userCheck('iam:UpdateUser'),
    ({ NewPath, NewUserName }: UpdateUserRequest) => ({ path: NewPath, name: NewUserName }),
  ),

  async handle({ input, caller: { accountId: account }, store }) {
    const user = await existingUser(store, account, input.UserName)
    const { NewPath: path = user.path, NewUserName: name = user.name } = input
    const scope = scopeOf(account)
    const [before, after] = [nameKey(user.name), nameKey(name)]
    if (after !== before) {
      if (await store.get(users, scope, after)) throw userExists(name)
      await store.delete(users, scope, before)
    }
    const renamed = { ...user, name, path, arn: entityArn({ account, type: 'user', path, name }) }
    await store.put(users, scope, after, renamed)
    await store.put(renamedUsers, scope, user.id, renamed.arn)
    await renameOnKeys(store, account, renamed)
  },
})

async function renameOnKeys(tx: Transaction, account: string, user: User): Promise<void> {
  const { id, name, accessKeyIds } = user
  const scope = scopeOf(account)
  for (const keyId of accessKeyIds) {
    const { value: key } = (await tx.get(accessKeys, scope, keyId))!
    await tx.put(accessKeys, scope, keyId, { ...key, user: { id, name } })
  }
}
