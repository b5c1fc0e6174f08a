/**
 * A request through a service, as a list that one can read aloud. S3 has its own list (s3/pipeline.ts): it
 * authorises before it validates, and before it reads a body.
 */

import type { Stage } from './exchange.ts'
import { authenticate } from './stages/authenticate.ts'
import { authorise } from './stages/authorise.ts'
import { handleAndRecord } from './stages/handle.ts'
import { identify } from './stages/identify.ts'
import { parse } from './stages/parse.ts'
import { prepare } from './stages/prepare.ts'
import { receive } from './stages/receive.ts'
import { serialise } from './stages/serialise.ts'
import { validate } from './stages/validate.ts'

export const pipeline: readonly Stage[] = [
  receive,
  identify,
  authenticate,
  parse,
  validate,
  authorise,
  prepare,
  handleAndRecord,
  serialise,
]
