/** A header that comes more than once is signed with its values joined by a comma, in the order of the wire. */
import { canonicalValue } from '../../canonicalHeaders.ts'
import { mistake, signing } from '../mistake.ts'
import { withHeader } from '../signedHeaders.ts'

export const repeatedHeader = mistake('repeatedHeader', (input, { headers }) =>
  input.headers.flatMap(({ name }) => {
    const values = headers
      .filter(([sent]) => sent.toLowerCase() === name)
      .map(([, value]) => canonicalValue(value))
    if (values.length < 2) return []
    return [values.join(', '), values[0]!, values.at(-1)!, values.toReversed().join(',')].map(
      (signed) => signing(input, { headers: withHeader(input, name, signed) }, { name }),
    )
  }),
)
