/** SignedHeaders names a header that was not there when the request was signed: added later, or forgotten. */
import { guessedMistake, signing } from '../mistake.ts'

export const headerNotSigned = guessedMistake('headerNotSigned', (input) =>
  input.headers.flatMap(({ name }) => {
    const headers = input.headers.filter((header) => header.name !== name)
    const signedHeaders = input.signedHeaders.filter((listed) => listed !== name)
    return [
      signing(input, { headers, signedHeaders }, { name }),
      signing(input, { headers }, { name }),
    ]
  }),
)
