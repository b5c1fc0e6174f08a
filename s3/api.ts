/** The names of S3's operations, and what its operations are given that nobody else has. */
import type { Blobs } from '#kernel/blobs/blobs.ts'
import { apiOf, type DefineOperation, operationsWith } from '#kernel/http/operation.ts'
import { denied } from './denied.ts'
import type { S3Operations } from './model/shapes.ts'

export interface S3Keys {
  /** Bodies too large for their record. */
  readonly blobs: Blobs
}

export const s3 = apiOf<S3Operations>()

const define = operationsWith<S3Keys>()

/** Every operation is denied in S3's words, unless it says otherwise. */
export const operation: DefineOperation<S3Keys> = (ref, spec) =>
  define(ref, { deny: denied, ...spec })
