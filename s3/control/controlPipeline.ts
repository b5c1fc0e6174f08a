/** A request through S3 Control. Its documents are short, and nothing of them is a condition key. */
import type { Stage } from '#kernel/http/exchange.ts'
import { authenticate } from '#kernel/http/stages/authenticate.ts'
import { authorise } from '#kernel/http/stages/authorise.ts'
import { handleAndRecord } from '#kernel/http/stages/handle.ts'
import { identify } from '#kernel/http/stages/identify.ts'
import { parse } from '#kernel/http/stages/parse.ts'
import { serialise } from '#kernel/http/stages/serialise.ts'
import { checkPayload } from '../stages/checkPayload.ts'
import { receiveBody } from '../stages/receiveBody.ts'
import { validate } from '../stages/validate.ts'
import { virtualHost } from '../stages/virtualHost.ts'

export const controlPipeline: readonly Stage[] = [
  virtualHost,
  identify,
  authenticate,
  receiveBody,
  checkPayload,
  parse,
  authorise,
  validate,
  handleAndRecord,
  serialise,
]
