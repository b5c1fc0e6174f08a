/**
 * A request through S3, as a list that one can read aloud. It differs from the other services': S3 asks IAM
 * before it reads a body or validates anything, so that who may not act neither uploads nor learns what was wrong.
 */
import type { Stage } from '#kernel/http/exchange.ts'
import { handleAndRecord } from '#kernel/http/stages/handle.ts'
import { identify } from '#kernel/http/stages/identify.ts'
import { prepare } from '#kernel/http/stages/prepare.ts'
import { serialise } from '#kernel/http/stages/serialise.ts'
import { address } from './stages/address.ts'
import { authenticate } from './stages/authenticate.ts'
import { authorise } from './stages/authorise.ts'
import { checkBucketName } from './stages/checkBucketName.ts'
import { checkPayload } from './stages/checkPayload.ts'
import { parse } from './stages/parse.ts'
import { readLocation } from './stages/readLocation.ts'
import { receiveBody } from './stages/receiveBody.ts'
import { validate } from './stages/validate.ts'
import { virtualHost } from './stages/virtualHost.ts'

export const pipeline: readonly Stage[] = [
  virtualHost,
  identify,
  address,
  authenticate,
  checkBucketName,
  readLocation,
  authorise,
  receiveBody,
  checkPayload,
  parse,
  validate,
  prepare,
  handleAndRecord,
  serialise,
]
