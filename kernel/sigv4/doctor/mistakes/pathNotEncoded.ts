/** The path was signed as the program names it, or as it stands on the wire, where it must be URI-encoded. */
import { mistake, signing } from '../mistake.ts'
import { uriDecode } from '../uriDecode.ts'

export const pathNotEncoded = mistake('pathNotEncoded', (input, { style, path }) => {
  const decoded = uriDecode(input.uri)
  return style === 's3'
    ? [signing(input, { uri: decoded }), signing(input, { uri: path })]
    : [signing(input, { uri: uriDecode(decoded) })]
})
