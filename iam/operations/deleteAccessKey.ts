/** iam:DeleteAccessKey: the key is gone, and what it signs is refused. */
import { accountOfAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingAccessKey, keyHolder, setAccessKeyIds } from '../lookup/keyHolder.ts'
import { accessKeys, globalScope, keyOwners, lastUses, scopeOf } from '../state.ts'

const isIndexed = (id: string, account: string): boolean => accountOfAccessKeyId(id) !== account

export const deleteAccessKey = operation(iam.DeleteAccessKey, {
  access: 'write',
  authorize: userCheck('iam:DeleteAccessKey'),
  locks: ({ input: { AccessKeyId }, caller }) =>
    isIndexed(AccessKeyId, caller.accountId) ? [globalScope.account] : [],

  async handle({ input: { UserName, AccessKeyId }, caller, store }) {
    const holder = await keyHolder(store, caller, UserName)
    const { id } = await existingAccessKey(store, holder, AccessKeyId)
    const scope = scopeOf(holder.account)
    await store.delete(accessKeys, scope, id)
    await store.delete(lastUses, scope, id)
    if (isIndexed(id, holder.account)) await store.delete(keyOwners, globalScope, id)
    const left = holder.accessKeyIds.filter((other) => other !== id)
    await setAccessKeyIds(store, holder, left)
  },
})
