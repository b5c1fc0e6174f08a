/** The whole key went through an encoder that takes slashes too: they separate segments and stay as they are. */
import { mistake, signing } from '../mistake.ts'

export const slashesEncoded = mistake('slashesEncoded', (input, { style }) => {
  const inKey = input.uri.indexOf('/', 1)
  if (style !== 's3' || inKey < 0) return []
  const ends = [inKey + 1, 1].map((end) => input.uri.slice(0, end))
  return ends.map((kept) =>
    signing(input, { uri: kept + input.uri.slice(kept.length).replaceAll('/', '%2F') }),
  )
})
