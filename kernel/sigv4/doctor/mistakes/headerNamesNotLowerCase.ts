/** Header names are signed in lower case; these were signed as they are written on the wire. */
import { mistake, signing } from '../mistake.ts'

export const headerNamesNotLowerCase = mistake('headerNamesNotLowerCase', (input, sent) => {
  const written = new Map([...sent.headers].map(([name]) => [name.toLowerCase(), name]))
  const asSent = (name: string) => written.get(name) ?? name
  const headers = input.headers.map(({ name, value }) => ({ name: asSent(name), value }))
  return [
    signing(input, { headers }),
    signing(input, { headers, signedHeaders: input.signedHeaders.map(asSent) }),
  ]
})
