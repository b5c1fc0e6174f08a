/** The path was signed with a slash at its end and sent without it, or the other way about. */
import { mistake, signing } from '../mistake.ts'

export const trailingSlash = mistake('trailingSlash', (input) => {
  const { uri } = input
  if (uri === '/') return [signing(input, { uri: '' })]
  return [signing(input, { uri: uri.endsWith('/') ? uri.slice(0, -1) : `${uri}/` })]
})
