import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientSecretOf, registrationOf } from '#identity-center/clients/clientRegistration.ts'

const key = Buffer.alloc(32, 1)
const now = Date.parse('2026-11-24T10:00:00Z')

const registrations = fc.record({
  clientId: fc.string(),
  clientName: fc.string(),
  scopes: fc.array(fc.string(), { maxLength: 5 }),
  expiresAt: fc.integer({ min: now + 1, max: now + 1e10 }),
})

describe('a client secret', () => {
  test('is the registration, for its client and until its end', () => {
    fc.assert(
      fc.property(registrations, (registration) => {
        const clientSecret = clientSecretOf(registration, key)
        const { clientId, expiresAt } = registration
        expect(registrationOf({ clientId, clientSecret }, key, now)).toEqual(registration)
        expect(registrationOf({ clientId, clientSecret }, key, expiresAt)).toBeUndefined()
        expect(registrationOf({ clientId: `${clientId}x`, clientSecret }, key, now)).toBeUndefined()
      }),
    )
  })

  test('with any one character changed is none', () => {
    const registration = { clientId: 'id', clientName: 'n', scopes: [], expiresAt: now + 1 }
    const clientSecret = clientSecretOf(registration, key)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: clientSecret.length - 1 }),
        fc.constantFrom('A', 'B', 'z', '.', '='),
        (at, letter) => {
          fc.pre(clientSecret[at] !== letter)
          const changed = clientSecret.slice(0, at) + letter + clientSecret.slice(at + 1)
          expect(
            registrationOf({ clientId: 'id', clientSecret: changed }, key, now),
          ).toBeUndefined()
        },
      ),
    )
  })

  test('of another sandbox is none, nor is anything else', () => {
    const registration = { clientId: 'id', clientName: 'n', scopes: [], expiresAt: now + 1 }
    const foreign = clientSecretOf(registration, Buffer.alloc(32, 2))
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`
    for (const clientSecret of ['', '.', '..', foreign, unsigned, 'x'.repeat(10_000)])
      expect(registrationOf({ clientId: 'id', clientSecret }, key, now)).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), (clientSecret) => {
        expect(registrationOf({ clientId: 'id', clientSecret }, key, now)).toBeUndefined()
      }),
    )
  })
})
