/** The names of S3 Control's operations: S3's second API, which is about accounts. */
import { apiOf } from '#kernel/http/operation.ts'
import type { S3ControlOperations } from '../model/controlShapes.ts'

export const s3Control = apiOf<S3ControlOperations>()
