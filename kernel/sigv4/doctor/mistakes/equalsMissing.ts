/** `?tagging` is signed as `tagging=`: also a parameter without a value has its equals sign. */
import { mistake, signing } from '../mistake.ts'

export const equalsMissing = mistake('equalsMissing', (input) => [
  signing(input, {
    parameters: input.parameters.map(({ text, at }) => ({
      text: text.endsWith('=') ? text.slice(0, -1) : text,
      at,
    })),
  }),
])
