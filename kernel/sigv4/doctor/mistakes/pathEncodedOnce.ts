/** All services but S3 sign the path encoded twice; a signer written for S3 leaves it as it is on the wire. */
import { PATH, uriRecode } from '../../uriEncode.ts'
import { mistake, signing } from '../mistake.ts'
import { uriDecode } from '../uriDecode.ts'

export const pathEncodedOnce = mistake('pathEncodedOnce', (input, { style }) => {
  if (style === 's3') return []
  const sent = uriDecode(input.uri)
  return [signing(input, { uri: sent }), signing(input, { uri: uriRecode(sent, PATH) })]
})
