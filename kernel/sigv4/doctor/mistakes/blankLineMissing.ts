/** Each header line ends in a newline, and one more follows the last: an empty line stands before the list. */
import { mistake, signing } from '../mistake.ts'

export const blankLineMissing = mistake('blankLineMissing', (input) => [
  signing(input, { blankLine: 'missing' }),
])
