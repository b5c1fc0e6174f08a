/** Holds the input against the API's constraints: required, pattern, length, range, enumeration. */
import { validate as validateShape } from '#kernel/protocol/validate.ts'
import type { Stage } from '../exchange.ts'

export const validate: Stage = {
  name: 'validate',
  run: (x) => {
    validateShape(x.api.api, x.shape, x.input)
  },
}
