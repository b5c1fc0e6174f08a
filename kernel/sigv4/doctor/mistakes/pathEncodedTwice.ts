/** S3 takes the path encoded once; a general signer encodes it a second time, as all other services want it. */
import { PATH, uriEncode } from '../../uriEncode.ts'
import { mistake, signing } from '../mistake.ts'

export const pathEncodedTwice = mistake('pathEncodedTwice', (input, { style }) =>
  style === 's3' ? [signing(input, { uri: uriEncode(input.uri, PATH) })] : [],
)
