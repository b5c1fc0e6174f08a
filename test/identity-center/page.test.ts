import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { page } from '#identity-center/page.ts'

const itself = (key: string) => key

describe('pages', () => {
  test('together are the whole list, each with what fits', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 50 }),
        fc.integer({ min: 1, max: 10 }),
        (keys, maxResults) => {
          const sorted = [...keys].sort()
          const read: string[] = []
          let nextToken: string | undefined
          do {
            const found = page(sorted, itself, { nextToken, maxResults })
            expect(found.items.length).toBeLessThanOrEqual(maxResults)
            read.push(...found.items)
            nextToken = found.nextToken
          } while (nextToken !== undefined)
          expect(read).toEqual(sorted)
        },
      ),
    )
  })

  test('go on where they were, also when something has gone meanwhile', () => {
    const { nextToken } = page(['a', 'b', 'c'], itself, { maxResults: 2 })
    expect(page(['a', 'c'], itself, { nextToken }).items).toEqual(['c'])
  })

  test('have no token of ours that we did not give', () => {
    for (const nextToken of ['', 'x', 'eyJ', 'x'.repeat(5_000)])
      expect(() => page(['a'], itself, { nextToken })).toThrow('Invalid next token provided')
  })
})
