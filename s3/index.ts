/** Amazon S3: buckets and objects, in every region behind one endpoint. */
import { systemScheduler } from '#kernel/clock/scheduler.ts'
import { authorization, credentials, policies } from '#kernel/hops/ports.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { linkApi } from '#kernel/protocol/link.ts'
import type { S3Keys } from './api.ts'
import { blobSweeper } from './blobSweeper.ts'
import { signatureKeys } from './conditionKeys.ts'
import { bucketProtocol } from './control/bucketProtocol.ts'
import { controlPipeline } from './control/controlPipeline.ts'
import { controlProtocol } from './control/controlProtocol.ts'
import { controlOperations } from './control/operations/index.ts'
import { answerCors } from './cors/answerCors.ts'
import { withPreflights } from './cors/preflightShapes.ts'
import { internalError, operationAborted } from './errors.ts'
import { lifecycleWorker } from './lifecycle/lifecycleWorker.ts'
import { s3Control as controlModel } from './model/controlShapes.ts'
import { s3 as model } from './model/shapes.ts'
import { operations } from './operations/index.ts'
import { pipeline } from './pipeline.ts'
import { requestIds } from './requestIds.ts'
import { type S3Seed, seedCanonicalUsers } from './seedCanonicalUsers.ts'
import { s3Traits } from './traits.ts'
import { websiteOperations } from './website/operations/index.ts'
import { websitePipeline } from './website/websitePipeline.ts'
import { websiteProtocol } from './website/websiteProtocol.ts'
import { websiteModel } from './website/websiteShapes.ts'

// SIMPLIFICATION: S3 takes 5 GiB in one PUT. Bodies are held in memory here until they have been verified.
const MAX_OBJECT_BYTES = 64 * 1024 * 1024

export const s3: ServiceDefinition<S3Seed, S3Keys> = {
  name: 's3',
  principal: 's3.amazonaws.com',
  apis: [
    {
      api: linkApi(withPreflights(model), s3Traits),
      protocol: bucketProtocol,
      operations,
      pipeline,
      eventSource: 's3.amazonaws.com',
      signature: 's3',
      bodyLimit: MAX_OBJECT_BYTES,
      conditionKeys: signatureKeys,
      finish: answerCors,
    },
    {
      api: linkApi(controlModel, s3Traits),
      protocol: controlProtocol,
      operations: controlOperations,
      pipeline: controlPipeline,
      eventSource: 's3.amazonaws.com',
      signature: 's3',
      bodyLimit: MAX_OBJECT_BYTES,
      conditionKeys: signatureKeys,
    },
    {
      api: linkApi(websiteModel, s3Traits),
      protocol: websiteProtocol,
      operations: websiteOperations,
      pipeline: websitePipeline,
      eventSource: 's3.amazonaws.com',
      signature: 's3',
      bodyLimit: 0,
      forBrowsers: true,
      finish: answerCors,
    },
  ],
  asks: [credentials, authorization, policies],
  keys: ({ blobs }) => ({ blobs }),
  seed: seedCanonicalUsers,
  workers: ({ store, blobs, clock, recorder }) => {
    const scheduler = systemScheduler
    const onFailure = (error: unknown) => recorder?.failure(error)
    return [
      blobSweeper({ store, blobs, scheduler, onFailure }),
      lifecycleWorker({ store, clock, scheduler, onFailure }),
    ]
  },
  requestIds,
  conflict: operationAborted,
  internalFailure: internalError,
}
