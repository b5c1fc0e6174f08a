/** The headers of the representation that an object keeps (RFC 9110, 8), as the client sent them. */
import type { PutObjectRequest } from '../model/shapes.ts'
import type { ObjectHeaders } from '../state.ts'

/** What S3 calls bytes that nobody described. */
const DEFAULT_CONTENT_TYPE = 'binary/octet-stream'

export function headersToKeep(input: PutObjectRequest): ObjectHeaders {
  const { CacheControl, ContentDisposition, ContentEncoding, ContentLanguage, Expires } = input
  return {
    CacheControl,
    ContentDisposition,
    ContentEncoding,
    ContentLanguage,
    ContentType: input.ContentType ?? DEFAULT_CONTENT_TYPE,
    Expires,
  }
}
