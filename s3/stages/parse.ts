/** Reads the whole input. Bucket and key stay as `address` read them: byte for byte what the signature covers. */
import type { Stage } from '#kernel/http/exchange.ts'
import { parse as parseInput } from '#kernel/http/stages/parse.ts'
import { addressOf } from './address.ts'

export const parse: Stage = {
  name: 'parse',
  run: async (x) => {
    await parseInput.run(x)
    x.input = { ...(x.input as object), ...addressOf(x) }
  },
}
