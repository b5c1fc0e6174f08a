import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { continuationToken, readContinuationToken } from '#s3/listing/continuationToken.ts'

const position = { kind: 'key', text: 'photos/🪣 1.jpg' } as const

describe('continuation tokens', () => {
  test('lead back to where the page ended', () => {
    fc.assert(
      fc.property(fc.constantFrom('key' as const, 'prefix' as const), fc.string(), (kind, text) => {
        const token = continuationToken('bucket', { kind, text })
        expect(readContinuationToken('bucket', token)).toEqual({ kind, text })
      }),
    )
  })

  test('do not show the key', () => {
    expect(continuationToken('bucket', position)).not.toContain('photos')
  })

  test('are good for one bucket', () => {
    const token = continuationToken('bucket', position)
    expect(readContinuationToken('another', token)).toBeUndefined()
  })

  test('are refused with any one character changed, added or cut', () => {
    const token = continuationToken('bucket', position)
    for (let at = 0; at < token.length; at++) {
      const changed = token[at] === 'A' ? 'B' : 'A'
      const mangled = token.slice(0, at) + changed + token.slice(at + 1)
      expect(readContinuationToken('bucket', mangled)).toBeUndefined()
    }
    expect(readContinuationToken('bucket', `${token}A`)).toBeUndefined()
    expect(readContinuationToken('bucket', token.slice(0, -1))).toBeUndefined()
  })

  test.each(['', 'A', '*', '====', 'photos/1.jpg'])('%j is none', (token) => {
    expect(readContinuationToken('bucket', token)).toBeUndefined()
  })
})
