/** The query was encoded already when the signer encoded it. */
import { STRICT, uriEncode } from '../../uriEncode.ts'
import { mistake, signing } from '../mistake.ts'

export const queryEncodedTwice = mistake('queryEncodedTwice', (input) => [
  signing(input, {
    parameters: input.parameters.map(({ text, at }) => ({
      text: text
        .split('=')
        .map((part) => uriEncode(part, STRICT))
        .join('='),
      at,
    })),
  }),
])
