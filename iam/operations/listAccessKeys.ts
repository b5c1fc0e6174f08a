/** iam:ListAccessKeys: the keys of a user, without their secrets. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingAccessKey, holderName, keyHolder } from '../lookup/keyHolder.ts'
import { pageOf } from '../page.ts'

export const listAccessKeys = operation(iam.ListAccessKeys, {
  access: 'read',
  authorize: userCheck('iam:ListAccessKeys'),

  async handle({ input, caller, store }) {
    const holder = await keyHolder(store, caller, input.UserName)
    const { items, position } = pageOf(holder.accessKeyIds, (id) => id, input)
    const keys = await Promise.all(items.map((id) => existingAccessKey(store, holder, id)))
    return {
      AccessKeyMetadata: keys.map(({ id, status, createdAt }) => ({
        UserName: holderName(holder),
        AccessKeyId: id,
        Status: status,
        CreateDate: new Date(createdAt),
      })),
      ...position,
    }
  },
})
