/** The request was signed for another method: HEAD sent as GET, or a redirect that turned a POST into a GET. */
import { guessedMistake, signing } from '../mistake.ts'

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']

export const otherMethod = guessedMistake('otherMethod', (input) =>
  methods.map((signed) => signing(input, { method: signed }, { signed })),
)
