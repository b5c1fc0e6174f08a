/** "If you are not using an identity that belongs to the bucket owner's account, S3 returns 405": even if allowed. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import * as errors from '../errors.ts'

export function checkPolicyOwner(place: BucketPlace, caller: Caller, method: string): void {
  if (caller.accountId !== place.account) throw errors.policyOfAnotherAccount(method)
}
