/** Holds the input against the API's constraints: required, pattern, length, range, enumeration; then the operation's own. */
import { validate as validateShape } from '#kernel/protocol/validate.ts'
import type { Stage } from '../exchange.ts'
import { factsOf } from './authorise.ts'

export const validate: Stage = {
  name: 'validate',
  run: (x) => {
    validateShape(x.api.api, x.shape, x.input)
    x.operation.validate?.({ input: x.input as never, caller: x.caller, facts: factsOf(x) })
  },
}
