/** Header lines of a signing input, looked up and changed by name. */
import type { SignedHeader, SigningInput } from './signingInput.ts'

export const headerNamed = ({ headers }: SigningInput, wanted: string): string | undefined =>
  headers.find(({ name }) => name === wanted)?.value

export const withHeader = (
  { headers }: SigningInput,
  name: string,
  value: string,
): readonly SignedHeader[] =>
  headers.map((header) => (header.name === name ? { name, value } : header))

/** In its place among the others. */
export const withAlso = ({ headers }: SigningInput, added: SignedHeader): readonly SignedHeader[] =>
  [...headers, added].sort((a, b) => (a.name < b.name ? -1 : 1))
