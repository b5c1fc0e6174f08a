/** What every new bucket has since April 2023: all public access is blocked, and ACLs are off. */
import type { BucketAccess, PublicAccessBlock } from '../state.ts'

export const BLOCK_ALL: PublicAccessBlock = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}

export const NEW_BUCKET_ACCESS: BucketAccess = {
  publicAccessBlock: BLOCK_ALL,
  ownership: 'BucketOwnerEnforced',
}
