/** S3's own protocol leaves to S3 Control what is meant for it: their paths could be a bucket's as well. */
import type { Protocol } from '#kernel/protocol/protocol.ts'
import { restXml } from '#kernel/protocol/restXml.ts'
import { isControlRequest } from './isControlRequest.ts'

export const bucketProtocol: Protocol = {
  ...restXml,
  identify: (api, request) =>
    isControlRequest(request) ? undefined : restXml.identify(api, request),
}
