/** Writes the output in the API's protocol. */
import type { Stage } from '../exchange.ts'

export const serialise: Stage = {
  name: 'serialise',
  run: (x) => {
    x.answer = x.api.protocol.serialise(x.api.api, x.shape, x.output, {
      requestId: x.requestId,
      hostId: x.hostId,
    })
  },
}
