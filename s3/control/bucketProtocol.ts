/** S3's own protocol leaves to S3 Control and to websites what is meant for them: the paths could be a bucket's as well. */
import type { Protocol } from '#kernel/protocol/protocol.ts'
import { restXml } from '#kernel/protocol/restXml.ts'
import { isWebsiteRequest } from '../website/isWebsiteRequest.ts'
import { isControlRequest } from './isControlRequest.ts'

export const bucketProtocol: Protocol = {
  ...restXml,
  identify: (api, request) =>
    isControlRequest(request) || isWebsiteRequest(request)
      ? undefined
      : restXml.identify(api, request),
}
