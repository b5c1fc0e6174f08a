/** Parameters are signed sorted by name, then by value; these were signed in another order. */
import { mistake, signing } from '../mistake.ts'

export const queryNotSorted = mistake('queryNotSorted', (input) => {
  const asSent = [...input.parameters].sort((a, b) => a.at - b.at)
  // Sorting the joined text puts `a-b=` before `a=`.
  const asText = [...input.parameters].sort((a, b) => (a.text < b.text ? -1 : 1))
  return [signing(input, { parameters: asSent }), signing(input, { parameters: asText })]
})
