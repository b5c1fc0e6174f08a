/** Header lines and their list are signed sorted by name; these were signed in the order in which they were listed or sent. */
import { mistake, signing, type Variant } from '../mistake.ts'
import type { SigningInput } from '../signingInput.ts'

export const headersNotSorted = mistake('headersNotSorted', (input, { headers, listed }) =>
  [listed, headers.map(([name]) => name)].flatMap((order) => inOrder(input, order)),
)

/** The list itself may have been sorted all the same. */
function inOrder(input: SigningInput, order: readonly string[]): readonly Variant[] {
  const places = new Map(order.map((name, at) => [name.toLowerCase(), at]))
  const place = (name: string) => places.get(name.toLowerCase()) ?? places.size
  const headers = [...input.headers].sort((a, b) => place(a.name) - place(b.name))
  const signedHeaders = [...input.signedHeaders].sort((a, b) => place(a) - place(b))
  return [
    signing(input, { headers, signedHeaders }),
    signing(input, { headers }),
    signing(input, { signedHeaders }),
  ]
}
