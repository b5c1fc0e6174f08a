/** The method is signed as it goes on the wire: in capitals. */
import { mistake, signing } from '../mistake.ts'

export const methodInLowerCase = mistake('methodInLowerCase', (input) => [
  signing(input, { method: input.method.toLowerCase() }),
])
