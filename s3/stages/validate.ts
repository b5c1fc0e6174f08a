/**
 * S3 says of a document that lacks a part, or holds a word that its schema does not know, only that it is
 * malformed. Everything else about it is the operation's own business, in words of its own.
 */
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { validate as validateInput } from '#kernel/http/stages/validate.ts'
import { violationsOf } from '#kernel/protocol/validate.ts'
import * as errors from '../errors.ts'

export const validate: Stage = {
  name: 'validate',
  run: (x) => {
    checkDocument(x)
    return validateInput.run(x)
  },
}

/** [K] Operations that S3 does not run on a document without a checksum. */
const DIGEST_REQUIRED: ReadonlySet<string> = new Set([
  'PutBucketCors',
  'PutBucketLifecycleConfiguration',
  'PutBucketReplication',
  'PutBucketTagging',
])

function checkDocument(x: Exchange): void {
  const { payload } = x.shape.input
  // A wrong location has a refusal of its own.
  if (x.operation.name === 'CreateBucket') return
  if (!payload || payload.shape.type === 'blob') return
  const given = (x.input as Readonly<Record<string, unknown>>)[payload.name]
  if (given === undefined && payload.required) throw errors.missingRequestBody()
  if (DIGEST_REQUIRED.has(x.operation.name) && !hasDigest(x)) throw errors.missingDigest()
  if (given !== undefined && payload.shape.type === 'structure') checkSchema(x, payload.path)
}

const hasDigest = ({ request: { rawHeaders } }: Exchange): boolean =>
  rawHeaders.some((text, at) => at % 2 === 0 && /^(content-md5|x-amz-checksum-.+)$/i.test(text))

/** Lengths and ranges have words of their own; what is left out or not in the list has not. */
function checkSchema({ shape, input }: Exchange, path: string): void {
  const found = violationsOf(shape, input).find(
    (violation) =>
      violation.path.startsWith(`${path}.`) &&
      /not be null|enum value set/.test(violation.constraint),
  )
  if (found) throw errors.malformedXml(`${found.path}: ${found.constraint}`)
}
