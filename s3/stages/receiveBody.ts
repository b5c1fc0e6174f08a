/** Takes the body, once the caller may act: a refusal comes before `100 Continue` and before the first byte. */
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { receiveBody as receive } from '#kernel/http/stages/receive.ts'
import { header } from '#kernel/http/wireRequest.ts'
import * as errors from '../errors.ts'

/** XML documents are short; only objects are not. */
const MAX_DOCUMENT_BYTES = 1_048_576

export const receiveBody: Stage = {
  name: 'receive body',
  run: async (x) => {
    // CreateBucket's has been taken already.
    if (x.raw.request.readableEnded) return
    checkLength(x)
    await receive.run(x)
  },
}

function checkLength(x: Exchange): void {
  const isObject = x.shape.input.payload?.shape.type === 'blob'
  // S3 wants to know how much is coming; chunks without a length are for `aws-chunked` alone.
  if (header(x.request, 'transfer-encoding') !== undefined)
    throw errors.notImplementedHeader('Transfer-Encoding')
  const length = header(x.request, 'content-length')
  if (length === undefined && isObject) throw errors.missingContentLength()
  if (isObject && Number(length) > x.api.bodyLimit)
    throw errors.entityTooLarge(Number(length), x.api.bodyLimit)
  if (!isObject && Number(length) > MAX_DOCUMENT_BYTES)
    throw errors.maxMessageLengthExceeded(MAX_DOCUMENT_BYTES)
}
