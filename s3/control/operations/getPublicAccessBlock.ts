/** s3:GetAccountPublicAccessBlock: the account's settings, if it has any. */
import { operation } from '../../api.ts'
import { callAudit } from '../../audit.ts'
import * as errors from '../../errors.ts'
import { accountBlocks } from '../../state.ts'
import { onAccount, ownScope } from '../accountOperation.ts'
import { s3Control } from '../api.ts'

export const getPublicAccessBlock = operation(s3Control.GetPublicAccessBlock, {
  access: 'read',

  authorize: onAccount('s3:GetAccountPublicAccessBlock'),

  async handle({ input, caller, store }) {
    const found = await store.get(accountBlocks, ownScope(input, caller), input.AccountId)
    if (!found) throw errors.noSuchAccountBlock(input.AccountId)
    return { PublicAccessBlockConfiguration: found.value }
  },

  audit: (ended) => ({ ...callAudit(ended), eventName: 'GetAccountPublicAccessBlock' }),
})
