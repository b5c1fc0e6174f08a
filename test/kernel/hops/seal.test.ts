import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHopCredentials } from '#kernel/hops/hopCredential.ts'
import { seal, unseal } from '#kernel/hops/seal.ts'
import { launcherKeys } from './world.ts'

const now = Date.UTC(2026, 10, 24)
const credential = createHopCredentials(launcherKeys.keysFor('s3')).issue('iam', now)
const other = createHopCredentials(launcherKeys.keysFor('lambda')).issue('iam', now)
const ask = 'a'.repeat(64)
const secrets = fc.uint8Array({ minLength: 0, maxLength: 64 })

test('a sealed secret opens for its asker and its ask', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      expect(unseal(seal(secret, ask, credential), ask, credential)).toEqual(Buffer.from(secret))
    }),
  )
})

test('it opens for no other asker, no other ask, and not altered', () => {
  fc.assert(
    fc.property(secrets, fc.nat(), fc.integer({ min: 0, max: 7 }), (secret, at, bit) => {
      const box = seal(secret, ask, credential)
      expect(unseal(box, ask, other)).toBeUndefined()
      expect(unseal(box, 'b'.repeat(64), credential)).toBeUndefined()
      const bytes = Buffer.from(box, 'base64url')
      bytes[at % bytes.length]! ^= 1 << bit
      expect(unseal(bytes.toString('base64url'), ask, credential)).toBeUndefined()
    }),
  )
})

test('no text that was not sealed opens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (box) => {
      expect(unseal(box, ask, credential)).toBeUndefined()
    }),
  )
})

test('two secrets under one ask never share an initialisation vector', () => {
  const ivOf = (secret: string) => seal(Buffer.from(secret), ask, credential).slice(0, 16)
  expect(ivOf('one')).not.toBe(ivOf('two'))
  expect(ivOf('one')).toBe(ivOf('one'))
})
