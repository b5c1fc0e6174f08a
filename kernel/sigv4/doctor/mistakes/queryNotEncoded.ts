/** Names and values of the query are signed URI-encoded; these were signed as they are, or as they were sent. */
import { mistake, signing } from '../mistake.ts'
import { uriDecode } from '../uriDecode.ts'

export const queryNotEncoded = mistake('queryNotEncoded', (input, sent) => {
  const decoded = input.parameters.map(({ text, at }) => ({ text: uriDecode(text), at }))
  const asSent = input.parameters.map((parameter) => {
    const { at } = parameter
    return { text: withEquals(sent.parameters[at]?.raw ?? parameter.text), at }
  })
  return [signing(input, { parameters: decoded }), signing(input, { parameters: asSent })]
})

/** That it is missing is a mistake of its own. */
const withEquals = (raw: string) => (raw.includes('=') ? raw : `${raw}=`)
