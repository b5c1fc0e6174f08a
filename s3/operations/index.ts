/** What S3 can do here. */
import type { Operation } from '#kernel/http/operation.ts'
import { createBucket } from './createBucket.ts'
import { deleteBucket } from './deleteBucket.ts'
import { deleteObject } from './deleteObject.ts'
import { getBucketLocation } from './getBucketLocation.ts'
import { getObject } from './getObject.ts'
import { headBucket } from './headBucket.ts'
import { headObject } from './headObject.ts'
import { listBuckets } from './listBuckets.ts'
import { listObjectsV2 } from './listObjectsV2.ts'
import { putObject } from './putObject.ts'

export const operations: readonly Operation[] = [
  createBucket,
  headBucket,
  listBuckets,
  deleteBucket,
  getBucketLocation,
  putObject,
  getObject,
  headObject,
  deleteObject,
  listObjectsV2,
]
