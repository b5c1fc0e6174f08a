/** s3:PutAccountPublicAccessBlock: which public access all buckets of the account refuse. */
import { operation } from '../../api.ts'
import { callAudit } from '../../audit.ts'
import { readPublicAccessBlock } from '../../public-access/readPublicAccessBlock.ts'
import { accountBlocks } from '../../state.ts'
import { onAccount, ownScope } from '../accountOperation.ts'
import { s3Control } from '../api.ts'

export const putPublicAccessBlock = operation(s3Control.PutPublicAccessBlock, {
  access: 'write',

  authorize: onAccount('s3:PutAccountPublicAccessBlock'),

  async handle({ input, caller, store, explain }) {
    const block = readPublicAccessBlock(input.PublicAccessBlockConfiguration)
    explain('s3', { account: input.AccountId, ...block })
    await store.put(accountBlocks, ownScope(input, caller), input.AccountId, block)
  },

  audit: (ended) => ({ ...callAudit(ended), eventName: 'PutAccountPublicAccessBlock' }),
})
