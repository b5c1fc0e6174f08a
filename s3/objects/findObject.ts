/** The object that a read is about. Who may not list the bucket does not learn that a key is not there. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { Reader } from '#kernel/store/store.ts'
import { bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner } from '../buckets/expectedOwner.ts'
import { denied } from '../denied.ts'
import * as errors from '../errors.ts'
import { objects, type StoredObject } from '../state.ts'

export interface ObjectRead {
  readonly input: {
    readonly Bucket: string
    readonly Key: string
    readonly ExpectedBucketOwner?: string | undefined
  }
  readonly caller: Caller
  readonly store: Reader
  /** IAM's decision on s3:ListBucket. */
  readonly mayList: Decision | undefined
}

export async function findObject(read: ObjectRead): Promise<StoredObject> {
  const { input, store } = read
  const place = await bucketPlace(store, input.Bucket)
  checkExpectedOwner(place, input)
  const found = await store.get(objects, place, objectPlace(place.name, input.Key))
  if (!found) throw missingKey(read)
  return found.value
}

function missingKey({ input, caller, mayList }: ObjectRead): AwsError {
  if (!mayList) throw new Error('INVARIANT: a read asks IAM also about s3:ListBucket')
  return mayList.decision === 'Allow' ? errors.noSuchKey(input.Key) : denied(mayList, caller)
}
