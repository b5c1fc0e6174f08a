/** The rows of the table. */
import { assumeRole } from './assumeRole.ts'
import { createAndDeleteBucket } from './createAndDeleteBucket.ts'
import { getCallerIdentity } from './getCallerIdentity.ts'
import { getObject } from './getObject.ts'
import { listObjects } from './listObjects.ts'
import { putObject } from './putObject.ts'
import type { Workload } from './workload.ts'

export const workloads: readonly Workload[] = [
  getCallerIdentity,
  assumeRole,
  getObject,
  putObject,
  listObjects,
  createAndDeleteBucket,
]
