/** The website endpoint is a host of its own: `bucket.s3-website.localhost`, and AWS's names for it. */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { hostAddress } from '../addressing/hostAddress.ts'

export function isWebsiteRequest(request: Pick<WireRequest, 'rawHeaders'>): boolean {
  const { endpoint, bucket } = hostAddress(header(request, 'host'))
  return endpoint === 's3-website' && bucket !== undefined
}
