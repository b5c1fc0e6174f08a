/** s3:PutAccountPublicAccessBlock, to have none: each bucket's own settings remain. */
import { operation } from '../../api.ts'
import { callAudit } from '../../audit.ts'
import { accountBlocks } from '../../state.ts'
import { onAccount, ownScope } from '../accountOperation.ts'
import { s3Control } from '../api.ts'

export const deletePublicAccessBlock = operation(s3Control.DeletePublicAccessBlock, {
  access: 'write',

  authorize: onAccount('s3:PutAccountPublicAccessBlock'),

  async handle({ input, caller, store }) {
    await store.delete(accountBlocks, ownScope(input, caller), input.AccountId)
  },

  audit: (ended) => ({ ...callAudit(ended), eventName: 'DeleteAccountPublicAccessBlock' }),
})
