/** HTTP libraries and proxies add a charset to Content-Type, or drop it, after the request was signed. */
import { guessedMistake, signing } from '../mistake.ts'
import { headerNamed, withHeader } from '../signedHeaders.ts'

const name = 'content-type'

export const contentTypeChanged = guessedMistake('contentTypeChanged', (input) => {
  const sent = headerNamed(input, name)
  if (sent === undefined) return []
  const [type = ''] = sent.split(';')
  const others = [type, `${type}; charset=utf-8`, `${type}; charset=UTF-8`]
  return [...others, 'application/octet-stream'].map((signed) =>
    signing(input, { headers: withHeader(input, name, signed) }, { signed }),
  )
})
