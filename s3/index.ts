/** Amazon S3: buckets and objects, in every region behind one endpoint. */
import { systemScheduler } from '#kernel/clock/scheduler.ts'
import { authorization, credentials } from '#kernel/hops/ports.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { linkApi } from '#kernel/protocol/link.ts'
import { restXml } from '#kernel/protocol/restXml.ts'
import type { S3Keys } from './api.ts'
import { blobSweeper } from './blobSweeper.ts'
import { signatureKeys } from './conditionKeys.ts'
import { internalError, operationAborted } from './errors.ts'
import { s3 as model } from './model/shapes.ts'
import { operations } from './operations/index.ts'
import { pipeline } from './pipeline.ts'
import { requestIds } from './requestIds.ts'
import { type S3Seed, seedCanonicalUsers } from './seedCanonicalUsers.ts'
import { s3Traits } from './traits.ts'

// SIMPLIFICATION: S3 takes 5 GiB in one PUT. Bodies are held in memory here until they have been verified.
const MAX_OBJECT_BYTES = 64 * 1024 * 1024

export const s3: ServiceDefinition<S3Seed, S3Keys> = {
  name: 's3',
  principal: 's3.amazonaws.com',
  apis: [
    {
      api: linkApi(model, s3Traits),
      protocol: restXml,
      operations,
      pipeline,
      eventSource: 's3.amazonaws.com',
      signature: 's3',
      bodyLimit: MAX_OBJECT_BYTES,
      conditionKeys: signatureKeys,
    },
  ],
  asks: [credentials, authorization],
  keys: ({ blobs }) => ({ blobs }),
  seed: seedCanonicalUsers,
  workers: ({ store, blobs, recorder }) => [
    blobSweeper({
      store,
      blobs,
      scheduler: systemScheduler,
      onFailure: (error) => recorder?.failure(error),
    }),
  ],
  requestIds,
  conflict: operationAborted,
  internalFailure: internalError,
}
