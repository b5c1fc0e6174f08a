/** S3 names a request twice: `x-amz-request-id`, and `x-amz-id-2`, which only AWS can read. */
import type { Ids } from '#kernel/ids/ids.ts'

const REQUEST_ID_DIGITS = 16
const HOST_ID_BYTES = 57

export const requestIds = (ids: Ids) => ({
  requestId: ids.hex(REQUEST_ID_DIGITS).toUpperCase(),
  hostId: ids.bytes(HOST_ID_BYTES).toString('base64'),
})
