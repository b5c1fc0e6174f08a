/** What S3 Control can do here. */
import type { Operation } from '#kernel/http/operation.ts'
import { deletePublicAccessBlock } from './deletePublicAccessBlock.ts'
import { getPublicAccessBlock } from './getPublicAccessBlock.ts'
import { putPublicAccessBlock } from './putPublicAccessBlock.ts'

export const controlOperations: readonly Operation[] = [
  putPublicAccessBlock,
  getPublicAccessBlock,
  deletePublicAccessBlock,
]
