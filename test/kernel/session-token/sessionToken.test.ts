import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOpenedTokens } from '#kernel/session-token/openedTokens.ts'
import { openSession } from '#kernel/session-token/openSession.ts'
import { sealSession } from '#kernel/session-token/sealSession.ts'
import { deriveSessionTokenKey } from '#kernel/session-token/sessionTokenKey.ts'
import { anaSession, anySession } from './sessions.ts'

const key = deriveSessionTokenKey(Buffer.alloc(32, 1).toString('base64'))
const otherKey = deriveSessionTokenKey(Buffer.alloc(32, 2).toString('base64'))

describe('a session token', () => {
  test('opens to the session that was sealed', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        expect(openSession(sealSession(session, key), key)).toEqual(session)
      }),
      { numRuns: 300 },
    )
  })

  test('looks like one of AWS', () => {
    expect(sealSession(anaSession, key)).toMatch(/^IQoJb3JpZ2luX2Vj[A-Za-z0-9+/]+={0,2}$/)
  })

  test('is the same for the same session, so that recordings repeat', () => {
    expect(sealSession(anaSession, key)).toBe(sealSession(structuredClone(anaSession), key))
  })

  test('is the holder of a secret that nobody can read in it', () => {
    const bytes = Buffer.from(sealSession(anaSession, key), 'base64').toString('latin1')
    expect(bytes).not.toContain('EXAMPLEKEY')
    expect(bytes).not.toContain('assumed-role')
  })

  test('of an ordinary session is well under 4 KB', () => {
    expect(sealSession(anaSession, key).length).toBeLessThan(1024)
  })

  test('with the largest session policy, ten policy ARNs and fifty tags is still under 8 KB', () => {
    const words = (count: number): string => randomBytes(count).toString('hex').slice(0, count)
    const tags = Object.fromEntries(Array.from({ length: 50 }, () => [words(30), words(30)]))
    const { caller } = anaSession
    const session = {
      ...caller.session,
      policy: words(2048),
      policyArns: Array.from({ length: 10 }, () => `arn:aws:iam::222222222222:policy/${words(60)}`),
    }
    const token = sealSession({ ...anaSession, caller: { ...caller, tags, session } }, key)
    expect(token.length).toBeLessThan(8192)
  })

  test('too large for any header is not made', () => {
    const tags = { noise: randomBytes(60_000).toString('base64') }
    const session = { ...anaSession, caller: { ...anaSession.caller, tags } }
    expect(() => sealSession(session, key)).toThrow('INVARIANT')
  })
})

describe('a token that is not ours', () => {
  const token = sealSession(anaSession, key)

  test('does not open with one character altered, wherever it stands', () => {
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === 'A' ? 'B' : 'A'
      expect(openSession(token.slice(0, i) + other + token.slice(i + 1), key)).toBeUndefined()
    }
  })

  test('does not open with one bit of its bytes flipped', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const bytes = Buffer.from(token, 'base64')
        bytes[at % bytes.length]! ^= 1 << bit
        expect(openSession(bytes.toString('base64'), key)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  test('does not open cut, lengthened, or spelled otherwise', () => {
    for (let end = 0; end < token.length; end += 7)
      expect(openSession(token.slice(0, end), key)).toBeUndefined()
    for (const spelled of [`${token}A`, `${token}====`, ` ${token}`, `${token}\n`, `${token}%`])
      expect(openSession(spelled, key)).toBeUndefined()
    expect(openSession('A'.repeat(70_000), key)).toBeUndefined()
  })

  test('does not open with another key, nor with parts of another token', () => {
    expect(openSession(token, otherKey)).toBeUndefined()
    const eva = { ...anaSession, secretAccessKey: 'eva' }
    const mixed = token.slice(0, 60) + sealSession(eva, key).slice(60)
    expect(openSession(mixed, key)).toBeUndefined()
  })

  test('never makes anything but undefined, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
        expect(openSession(text, key)).toBeUndefined()
        expect(openSession(token.slice(0, 22) + text, key)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
})

describe('opened tokens', () => {
  test('answer the same frozen session again', () => {
    const tokens = createOpenedTokens(key)
    const token = sealSession(anaSession, key)
    const session = tokens.open(token)
    expect(session).toEqual(anaSession)
    expect(tokens.open(token)).toBe(session)
    expect(Object.isFrozen(session?.caller.session.context)).toBe(true)
  })

  test('keep at most as many as they are told, and open the others anew', () => {
    const tokens = createOpenedTokens(key, 2)
    const sealed = ['a', 'b', 'c'].map((secretAccessKey) =>
      sealSession({ ...anaSession, secretAccessKey }, key),
    )
    const first = tokens.open(sealed[0]!)
    for (const token of sealed) tokens.open(token)
    expect(tokens.open(sealed[0]!)).toEqual(first)
    expect(tokens.open(sealed[0]!)).not.toBe(first)
  })

  test('do not open a forged one, not even after the real one', () => {
    const tokens = createOpenedTokens(key)
    const token = sealSession(anaSession, key)
    tokens.open(token)
    expect(tokens.open(`${token.slice(0, -8)}AAAA${token.slice(-4)}`)).toBeUndefined()
  })
})
