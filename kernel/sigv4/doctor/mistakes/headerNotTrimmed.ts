/** Values are signed without blanks at their ends and with single ones inside; HTTP itself drops those at the ends. */
import { guessedMistake, signing } from '../mistake.ts'
import type { SentRequest } from '../sentRequest.ts'
import { withHeader } from '../signedHeaders.ts'

export const headerNotTrimmed = guessedMistake('headerNotTrimmed', (input, sent) =>
  input.headers.flatMap(({ name, value }) =>
    [asSent(sent, name) ?? value, ` ${value}`, `${value} `].map((signed) =>
      signing(input, { headers: withHeader(input, name, signed) }, { name }),
    ),
  ),
)

const asSent = ({ headers }: SentRequest, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
