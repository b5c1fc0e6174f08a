/** The questions that S3 asks IAM, each about a bucket or an object, naming whose it is and what its policy says. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { bucketArn, objectArn } from './arns.ts'
import { type GuardedBucket, guardedBucket } from './buckets/guardedBucket.ts'
import { resourcePolicyOf } from './policy/resourcePolicyOf.ts'

type Context = Readonly<Record<string, string[]>>

export const bucketCheck = (
  action: string,
  bucket: GuardedBucket,
  context: Context = {},
): AuthorizationCheck => check(action, bucketArn(bucket.name), bucket, context)

export const objectCheck = (
  action: string,
  bucket: GuardedBucket,
  key: string,
  context: Context = {},
): AuthorizationCheck => check(action, objectArn(bucket.name, key), bucket, context)

function check(
  action: string,
  resource: string,
  bucket: GuardedBucket,
  context: Context,
): AuthorizationCheck {
  const resourcePolicy = resourcePolicyOf(bucket)
  return {
    action,
    resource,
    resourceAccountId: bucket.account,
    context: { ...context, 's3:ResourceAccount': [bucket.account] },
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
