/** The bucket's block of public access and its account's: the stricter of both, setting by setting. */
import type { GuardedBucket } from '../buckets/guardedBucket.ts'
import type { PublicAccessBlock } from '../state.ts'

export type BlockSetting = keyof PublicAccessBlock

export const isBlocked = (
  { access, accountBlock }: Pick<GuardedBucket, 'access' | 'accountBlock'>,
  setting: BlockSetting,
): boolean => access.publicAccessBlock?.[setting] === true || accountBlock?.[setting] === true
