/** The payload hash that was signed is that of an empty body, and the body is not empty. */
import { EMPTY_PAYLOAD_HASH } from '../../payload.ts'
import { mistake, signing } from '../mistake.ts'

export const emptyPayloadHash = mistake('emptyPayloadHash', (input) => [
  signing(input, { payloadHash: EMPTY_PAYLOAD_HASH }),
  signing(input, { payloadHash: '' }),
])
