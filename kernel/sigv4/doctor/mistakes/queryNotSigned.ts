/** The query was left out, or added after signing. */
import { mistake, signing } from '../mistake.ts'

export const queryNotSigned = mistake('queryNotSigned', (input) => [
  signing(input, { parameters: [] }),
])
