/** `%2f` where the signature wants `%2F`: several URI libraries write escapes in lower case. */
import { mistake, signing } from '../mistake.ts'

export const escapesInLowerCase = mistake('escapesInLowerCase', (input) => [
  signing(input, {
    uri: lower(input.uri),
    parameters: input.parameters.map(({ text, at }) => ({ text: lower(text), at })),
  }),
])

const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())
