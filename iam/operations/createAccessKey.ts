/** iam:CreateAccessKey: a long-term key. Its secret is shown this once. */
import { makeAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { quotaExceeded } from '../errors.ts'
import { holderName, keyHolder, setAccessKeyIds } from '../lookup/keyHolder.ts'
import { quotas } from '../quotas.ts'
import { type AccessKey, accessKeys, scopeOf } from '../state.ts'

export const createAccessKey = operation(iam.CreateAccessKey, {
  access: 'write',
  authorize: userCheck('iam:CreateAccessKey'),

  async handle({ input, caller, store, clock, ids }) {
    const holder = await keyHolder(store, caller, input.UserName)
    const { account, user, accessKeyIds } = holder
    if (accessKeyIds.length >= quotas.accessKeysPerUser)
      throw quotaExceeded('AccessKeysPerUser', quotas.accessKeysPerUser)
    const key: AccessKey = {
      id: makeAccessKeyId('AKIA', account, ids),
      secret: ids.secretAccessKey(),
      status: 'Active',
      createdAt: clock.now(),
      user: user && { id: user.id, name: user.name },
    }
    await store.put(accessKeys, scopeOf(account), key.id, key, { ifVersion: null })
    await setAccessKeyIds(store, holder, [...accessKeyIds, key.id])
    return {
      AccessKey: {
        UserName: holderName(holder),
        AccessKeyId: key.id,
        Status: key.status,
        SecretAccessKey: key.secret,
        CreateDate: new Date(key.createdAt),
      },
    }
  },
})
