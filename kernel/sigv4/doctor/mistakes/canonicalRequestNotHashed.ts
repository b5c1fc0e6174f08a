/** The string to sign ends in the hash of the canonical request, not in the canonical request. */
import { mistake, signing } from '../mistake.ts'

export const canonicalRequestNotHashed = mistake('canonicalRequestNotHashed', (input) => [
  signing(input, { canonicalRequest: 'asItIs' }),
])
