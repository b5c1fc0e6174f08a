/** The questions that S3 asks IAM, each about a bucket or an object and naming whose it is. */
import type { AuthorizationCheck } from '#kernel/http/operation.ts'
import { bucketArn, objectArn } from './arns.ts'
import type { BucketPlace } from './buckets/bucketPlace.ts'

type Context = Readonly<Record<string, string[]>>

export const bucketCheck = (
  action: string,
  place: BucketPlace,
  context: Context = {},
): AuthorizationCheck => check(action, bucketArn(place.name), place.account, context)

export const objectCheck = (
  action: string,
  place: BucketPlace,
  key: string,
  context: Context = {},
): AuthorizationCheck => check(action, objectArn(place.name, key), place.account, context)

// Bucket policies are not there yet: without one a stranger is denied.
const check = (
  action: string,
  resource: string,
  owner: string,
  context: Context,
): AuthorizationCheck => ({
  action,
  resource,
  resourceAccountId: owner,
  context: Object.assign({}, context, { 's3:ResourceAccount': [owner] }),
})
