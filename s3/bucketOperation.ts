/** Operations on what a bucket has been told: all of them find the bucket, hold its owner against the expected one, and are recorded alike. */

import type { Caller } from '#kernel/hops/caller.ts'
import type {
  Asking,
  AuthorizationCheck,
  Operation,
  OperationRef,
  Preparing,
  Reading,
  RequestFacts,
  Writing,
} from '#kernel/http/operation.ts'
import type { Reader } from '#kernel/store/store.ts'
import { operation, type S3Keys } from './api.ts'
import { bucketAudit } from './audit.ts'
import { type BucketPlace, bucketPlace } from './buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from './buckets/expectedOwner.ts'

interface AboutBucket {
  readonly Bucket: string
  readonly ExpectedBucketOwner?: string | undefined
}

interface Found {
  readonly place: BucketPlace
}

interface Common<I, P> {
  readonly authorize: (asking: Asking<I>) => Promise<readonly AuthorizationCheck[]>
  readonly validate?: (asking: {
    readonly input: I
    readonly caller: Caller
    readonly facts: RequestFacts
  }) => void
  readonly prepare?: (preparing: Preparing<I, S3Keys>) => Promise<P>
}

interface ReadingSpec<I, O, P> extends Common<I, P> {
  readonly handle: (handling: Reading<I, P, S3Keys> & Found) => Promise<O>
}

interface WritingSpec<I, O, P> extends Common<I, P> {
  readonly handle: (handling: Writing<I, P, S3Keys> & Found) => Promise<O>
}

export const bucketReading = <I extends AboutBucket, O, P = undefined>(
  ref: OperationRef<I, O>,
  { handle, ...spec }: ReadingSpec<I, O, P>,
): Operation =>
  operation<I, O, P>(ref, {
    ...common(spec),
    access: 'read',
    handle: async (handling) => handle({ ...handling, place: await placeOf(handling) }),
  })

export const bucketWriting = <I extends AboutBucket, O, P = undefined>(
  ref: OperationRef<I, O>,
  { handle, ...spec }: WritingSpec<I, O, P>,
): Operation =>
  operation<I, O, P>(ref, {
    ...common(spec),
    access: 'write',
    handle: async (handling) => handle({ ...handling, place: await placeOf(handling) }),
  })

function common<I extends AboutBucket, P>({ authorize, validate, prepare }: Common<I, P>) {
  return {
    authorize,
    validate: (asking: Parameters<NonNullable<Common<I, P>['validate']>>[0]) => {
      checkExpectedOwnerForm(asking.input)
      validate?.(asking)
    },
    ...(prepare && { prepare }),
    audit: bucketAudit,
  }
}

async function placeOf({
  store,
  input,
}: {
  readonly store: Reader
  readonly input: AboutBucket
}): Promise<BucketPlace> {
  const place = await bucketPlace(store, input.Bucket)
  checkExpectedOwner(place, input)
  return place
}
