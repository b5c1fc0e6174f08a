/** `x-amz-expected-bucket-owner`: a client's guard against a stranger's bucket of the name that it meant. */
import * as errors from '../errors.ts'
import type { BucketPlace } from './bucketPlace.ts'

const HEADER = 'x-amz-expected-bucket-owner'

interface Expecting {
  readonly ExpectedBucketOwner?: string | undefined
}

export function checkExpectedOwnerForm({ ExpectedBucketOwner: expected }: Expecting): void {
  if (expected === undefined || /^\d{12}$/.test(expected)) return
  throw errors.invalidArgument(
    HEADER,
    expected,
    'The value of the expected bucket owner parameter must be an AWS Account ID',
  )
}

export function checkExpectedOwner(place: BucketPlace, { ExpectedBucketOwner }: Expecting): void {
  if (ExpectedBucketOwner !== undefined && ExpectedBucketOwner !== place.account)
    throw errors.accessDenied()
}
