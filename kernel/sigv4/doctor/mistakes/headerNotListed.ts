/** A header was signed that SignedHeaders does not name, so that the service leaves it out. */
import { collectHeaders } from '../../canonicalHeaders.ts'
import { guessedMistake, signing } from '../mistake.ts'
import { withAlso } from '../signedHeaders.ts'

export const headerNotListed = guessedMistake('headerNotListed', (input, { headers }) => {
  const { values } = collectHeaders(headers.flat())
  const signed = new Set(input.headers.map(({ name }) => name))
  return [...values].flatMap(([name, value]) => {
    if (signed.has(name) || name === 'authorization') return []
    const also = withAlso(input, { name, value })
    const listed = [...input.signedHeaders, name].sort()
    return [
      signing(input, { headers: also, signedHeaders: listed }, { name }),
      signing(input, { headers: also }, { name }),
    ]
  })
})
