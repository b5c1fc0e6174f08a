/** iam:UpdateAccessKey: makes a key inactive, or active again; the next request that it signs feels it. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { statusNotSettable } from '../errors.ts'
import { existingAccessKey, keyHolder } from '../lookup/keyHolder.ts'
import { accessKeys, scopeOf } from '../state.ts'

export const updateAccessKey = operation(iam.UpdateAccessKey, {
  access: 'write',
  authorize: userCheck('iam:UpdateAccessKey'),

  async handle({ input: { UserName, AccessKeyId, Status: status }, caller, store }) {
    if (status === 'Expired') throw statusNotSettable(status)
    const holder = await keyHolder(store, caller, UserName)
    const key = await existingAccessKey(store, holder, AccessKeyId)
    await store.put(accessKeys, scopeOf(holder.account), key.id, { ...key, status })
  },
})
