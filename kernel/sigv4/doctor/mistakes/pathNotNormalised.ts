/** All services but S3 sign the path without `//`, `.` and `..`; this one was signed with them. */
import { PATH, uriEncode } from '../../uriEncode.ts'
import { mistake, signing } from '../mistake.ts'

export const pathNotNormalised = mistake('pathNotNormalised', (input, { style, path }) =>
  style === 's3' ? [] : [signing(input, { uri: uriEncode(path, PATH) })],
)
