/** A space in the query is signed as `%20`; form encoders write `+`, and some then encode that plus. */
import { mistake, signing } from '../mistake.ts'

export const plusForSpace = mistake('plusForSpace', (input) =>
  ['+', '%2B'].map((plus) =>
    signing(input, {
      parameters: input.parameters.map(({ text, at }) => ({
        text: text.replaceAll(/ |%20/g, plus),
        at,
      })),
    }),
  ),
)
