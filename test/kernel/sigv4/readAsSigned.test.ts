/** What the protocols read out of a request is what its signature covers: never two readings of one canonical form. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentDecode, readForm } from '#kernel/protocol/form.ts'
import { canonicalQuery, queryParameters } from '#kernel/sigv4/canonicalQuery.ts'
import { canonicalUri } from '#kernel/sigv4/canonicalUri.ts'

const text = fc
  .array(
    fc.constantFrom('+', '%2B', '%2b', '%20', '%26', '%3D', '%41', 'A', '=', '/', '%2F', '~', '('),
  )
  .map((pieces) => pieces.join(''))

test('a query reads as its canonical form does, but for the order', () => {
  fc.assert(
    fc.property(fc.array(text), (parameters) => {
      const query = parameters.join('&')
      const canonical = canonicalQuery(queryParameters(query))
      expect(sortedPairs(canonical)).toEqual(sortedPairs(query))
    }),
  )
})

const sortedPairs = (query: string) =>
  readForm(query)
    .map((pair) => JSON.stringify(pair))
    .sort()

test("the path of an object reads as its canonical form does, in S3's style", () => {
  fc.assert(
    fc.property(text, (key) => {
      expect(percentDecode(canonicalUri(`/${key}`, 's3'))).toBe(percentDecode(`/${key}`))
    }),
  )
})
