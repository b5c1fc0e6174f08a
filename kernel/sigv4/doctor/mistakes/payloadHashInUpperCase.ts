/** The payload hash is signed in lower-case hexadecimal. */
import { mistake, signing } from '../mistake.ts'

export const payloadHashInUpperCase = mistake('payloadHashInUpperCase', (input) =>
  /^[0-9a-f]{64}$/.test(input.payloadHash)
    ? [signing(input, { payloadHash: input.payloadHash.toUpperCase() })]
    : [],
)
