/**
 * The question whether somebody may see or change the bucket's policy. The root user of the bucket's owner is
 * asked without it: nobody may lock an owner out of a bucket for good (API reference, PutBucketPolicy).
 */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { guardedBucket } from '../buckets/guardedBucket.ts'
import { bucketCheck } from '../checks.ts'

type AboutBucket = Asking<{ readonly Bucket: string }>

export const onBucketPolicy =
  (action: string) =>
  async ({ input, caller, read }: AboutBucket): Promise<AuthorizationCheck[]> => {
    const bucket = await guardedBucket(read, input.Bucket)
    const { resourcePolicy, ...without } = bucketCheck(action, bucket)
    const isOwner = caller.type === 'Root' && caller.accountId === bucket.account
    return [isOwner || resourcePolicy === undefined ? without : { ...without, resourcePolicy }]
  }
