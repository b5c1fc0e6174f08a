import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOfAccessKeyId, makeAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { encodeBase32 } from '#kernel/ids/base32.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'

const accountIds = fc
  .oneof(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom(0, 1, 999_999_999_999))
  .map((n) => String(n).padStart(12, '0'))

describe('access key ids', () => {
  test('name their account, for every account of 12 digits', () => {
    const ids = seededIds('keys')
    fc.assert(
      fc.property(
        accountIds,
        fc.constantFrom('AKIA' as const, 'ASIA' as const),
        (account, prefix) => {
          const id = makeAccessKeyId(prefix, account, ids)
          expect(id).toMatch(/^A[KS]IA[A-Z2-7]{16}$/)
          expect(id.startsWith(prefix)).toBe(true)
          expect(accountOfAccessKeyId(id)).toBe(account)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('are read as AWS lays the bits out, whatever the random bits are', () => {
    // 48 bits: mark, account 123456789012, seven ones; then four bytes of ones.
    const head = (1n << 47n) | (123456789012n << 7n) | 127n
    const bytes = Buffer.alloc(10, 0xff)
    bytes.writeUIntBE(Number(head), 0, 6)
    expect(accountOfAccessKeyId(`AKIA${encodeBase32(bytes)}`)).toBe('123456789012')
  })

  test('of one account differ', () => {
    const ids = seededIds('keys')
    const drawn = Array.from({ length: 1000 }, () => makeAccessKeyId('AKIA', '111122223333', ids))
    expect(new Set(drawn).size).toBe(1000)
  })

  test.each([
    ['test', 'the development key'],
    ['AKIAIOSFODNN7EXAMPLE', 'an id from before AWS encoded accounts'],
    ['AKIA7777777777777777', 'a number of more than 12 digits'],
    ['AKIAQQQQQQQQQQQQQQQ', 'too short'],
    ['AKIAQQQQQQQQQQQQQQQQQ', 'too long'],
    ['AIDAQQQQQQQQQQQQQQQQ', 'a user id'],
    ['AKIAQQQQQQQQQQQQQQQ1', 'a character that base32 lacks'],
    ['akiaqqqqqqqqqqqqqqqq', 'lower case'],
    ['AKIAQQQQQQQQQQQQQQQQ\n', 'a line end'],
    ['', 'nothing'],
  ])('do not name one in %j: %s', (id) => {
    expect(accountOfAccessKeyId(id)).toBeUndefined()
  })

  test('are read without failing from any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^A[KS]IA[A-Z2-7]{16}$/), (text, form) => {
        expect(accountOfAccessKeyId(text)).toBeUndefined()
        expect(accountOfAccessKeyId(form) ?? '000000000000').toMatch(/^[0-9]{12}$/)
      }),
    )
  })

  test.each(['', '12345678901', '1234567890123', 'x23456789012', '-00000000001'])(
    'are not made for %j, which is no account',
    (account) => {
      expect(() => makeAccessKeyId('AKIA', account, seededIds(1))).toThrow('12 digits')
    },
  )
})
