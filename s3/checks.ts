/** The questions that S3 asks IAM, each about a bucket or an object, naming whose it is and what its policy says. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { bucketArn, objectArn } from './arns.ts'
import { type GuardedBucket, guardedBucket } from './buckets/guardedBucket.ts'
import { ownerOf, resourcePolicyOf, type Subject } from './policy/resourcePolicyOf.ts'

type Context = Readonly<Record<string, string[]>>

export const bucketCheck = (
  action: string,
  bucket: GuardedBucket,
  context: Context = {},
): AuthorizationCheck =>
  check(action, bucketArn(bucket.name), { bucket, subject: 'bucket' }, context)

export const objectCheck = (
  action: string,
  bucket: GuardedBucket,
  key: string,
  context: Context = {},
): AuthorizationCheck =>
  check(action, objectArn(bucket.name, key), { bucket, subject: 'object' }, context)

function check(
  action: string,
  resource: string,
  { bucket, subject }: { readonly bucket: GuardedBucket; readonly subject: Subject },
  context: Context,
): AuthorizationCheck {
  const resourcePolicy = resourcePolicyOf(bucket, subject)
  return {
    action,
    resource,
    resourceAccountId: ownerOf(bucket, subject),
    context: Object.assign({}, context, { 's3:ResourceAccount': [bucket.account] }),
    ...(resourcePolicy && { resourcePolicy }),
  }
}

type AboutBucket = Asking<{ readonly Bucket: string }>

/** `authorize` of an operation that needs one action on its bucket. */
export const onBucket =
  (action: string) =>
  async ({ input, read }: AboutBucket): Promise<AuthorizationCheck[]> => [
    bucketCheck(action, await guardedBucket(read, input.Bucket)),
  ]
