/** iam:GetAccessKeyLastUsed: when, where and with which service a key was last used. */
import { iam, operation } from '../api.ts'
import { entityArn, rootArn } from '../entityArn.ts'
import { accessKeyNotFound } from '../errors.ts'
import { findAccessKey } from '../lookup/findAccessKey.ts'
import { lastUses, nameKey, scopeOf, users } from '../state.ts'

/** What AWS says in place of a region and a service that there are not. */
const NOT_APPLICABLE = 'N/A'

export const getAccessKeyLastUsed = operation(iam.GetAccessKeyLastUsed, {
  access: 'read',

  async authorize({ input, caller: { accountId: account }, read }) {
    const action = 'iam:GetAccessKeyLastUsed'
    const found = await findAccessKey(read, input.AccessKeyId)
    if (found?.account !== account) return [{ action, resource: '*' }]
    const { user } = found.key
    if (user === undefined) return [{ action, resource: rootArn(account) }]
    const held = await read.get(users, scopeOf(account), nameKey(user.name))
    const named = { account, type: 'user', path: '/', name: user.name } as const
    return [{ action, resource: held?.value.arn ?? entityArn(named) }]
  },

  async handle({ input: { AccessKeyId: id }, caller: { accountId: account }, store }) {
    const found = await findAccessKey(store, id)
    // [K] Keys of other accounts are as unknown as those of nobody.
    if (found?.account !== account) throw accessKeyNotFound(id)
    const use = (await store.get(lastUses, scopeOf(account), id))?.value
    return {
      UserName: found.key.user?.name,
      AccessKeyLastUsed: {
        LastUsedDate: use && new Date(use.at),
        ServiceName: use?.service ?? NOT_APPLICABLE,
        Region: use?.region ?? NOT_APPLICABLE,
      },
    }
  },
})
