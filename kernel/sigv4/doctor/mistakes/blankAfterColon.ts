/** Headers are signed as `name:value`; these were signed as HTTP writes them, `name: value`. */
import { mistake, signing } from '../mistake.ts'

export const blankAfterColon = mistake('blankAfterColon', (input) => [
  signing(input, {
    headers: input.headers.map(({ name, value }) => ({ name, value: ` ${value}` })),
  }),
])
