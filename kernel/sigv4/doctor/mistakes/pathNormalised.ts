/** S3 keeps `//`, `.` and `..`, which may be part of a key; a general signer takes them out (RFC 3986 5.2.4). */
import { withoutDotSegments } from '../../canonicalUri.ts'
import { mistake, signing } from '../mistake.ts'

export const pathNormalised = mistake('pathNormalised', (input, { style }) =>
  style === 's3' ? [signing(input, { uri: withoutDotSegments(input.uri) })] : [],
)
