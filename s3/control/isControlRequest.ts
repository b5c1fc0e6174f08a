/** S3 Control's requests come to the same port: they name an account, and their paths begin with the API's version. */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'

export const isControlRequest = (request: Pick<WireRequest, 'path' | 'rawHeaders'>): boolean =>
  request.path.startsWith('/v20180820/') && header(request, 'x-amz-account-id') !== undefined
