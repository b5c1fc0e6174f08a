/** STS's stages: an assertion is a credential that stands in the input, so it is verified once that is read. */
import type { Stage } from '#kernel/http/exchange.ts'
import { authorise } from '#kernel/http/stages/authorise.ts'
import { handleAndRecord } from '#kernel/http/stages/handle.ts'
import { identify } from '#kernel/http/stages/identify.ts'
import { parse } from '#kernel/http/stages/parse.ts'
import { prepare } from '#kernel/http/stages/prepare.ts'
import { receive } from '#kernel/http/stages/receive.ts'
import { serialise } from '#kernel/http/stages/serialise.ts'
import { validate } from '#kernel/http/stages/validate.ts'
import { authenticateAssertion } from './stages/authenticateAssertion.ts'
import { authenticateSignature } from './stages/authenticateSignature.ts'

export const pipeline: readonly Stage[] = [
  receive,
  identify,
  authenticateSignature,
  parse,
  validate,
  authenticateAssertion,
  authorise,
  prepare,
  handleAndRecord,
  serialise,
]
