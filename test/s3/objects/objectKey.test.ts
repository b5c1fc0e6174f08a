import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkKeyLength, decodePath } from '#s3/objects/objectKey.ts'

describe('keys', () => {
  test.each([
    ['a.txt', 'a.txt'],
    ['a//b', 'a//b'],
    ['../a/./b/..', '../a/./b/..'],
    ['%2E%2E/a%2Fb', '../a/b'],
    ['a%20b', 'a b'],
    ['a+b', 'a b'],
    ['a%2Bb', 'a+b'],
    ['100%25', '100%'],
    ['%2525', '%25'],
    ['caf%C3%A9', 'café'],
    ['caf\u00c3\u00a9', 'café'],
    ['%F0%9F%AA%A3', '🪣'],
    ['%EF%BB%BFbom', '\ufeffbom'],
    ['a%3Fb%23c', 'a?b#c'],
    ['%01', '\u0001'],
    ['', ''],
  ])('%s in the path is the key %j', (path, key) => {
    expect(decodePath(path)).toBe(key)
  })

  test.each([
    ['%', 'half an escape'],
    ['%4', 'half an escape'],
    ['%zz', 'no hexadecimal digits'],
    ['%0xA', 'no hexadecimal digits'],
    ['%FF', 'no UTF-8'],
    ['%C3', 'half a character'],
    ['%ED%A0%80', 'half a surrogate pair'],
    ['%C0%AF', 'an overlong slash'],
    ['a%00b', 'NUL'],
  ])('%s is no key: %s', (path) => {
    expect(decodePath(path)).toBeUndefined()
  })

  test('what a client encodes comes back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        fc.pre(!key.includes('\0'))
        expect(decodePath(encodeURIComponent(key))).toBe(key)
      }),
    )
  })

  test('have at most 1024 bytes of UTF-8', () => {
    expect(() => checkKeyLength('🪣'.repeat(256))).not.toThrow()
    expect(() => checkKeyLength(`${'🪣'.repeat(256)}a`)).toThrow(
      expect.objectContaining({
        code: 'KeyTooLongError',
        status: 400,
        members: { Size: 1025, MaxSizeAllowed: 1024 },
      }),
    )
  })
})
