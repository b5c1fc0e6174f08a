/** Reads the operation's input out of the request, by the API's shapes. */
import { BadValue } from '#kernel/protocol/badValue.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import type { Stage } from '../exchange.ts'

export const parse: Stage = {
  name: 'parse',
  run: (x) => {
    try {
      x.input = x.api.protocol.parse(x.api.api, x.shape, x.request)
    } catch (error) {
      if (error instanceof BadValue) throw malformed(x.api.api, error)
      throw error
    }
  },
}
