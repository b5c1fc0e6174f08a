import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHopCredentials, isHopKeyId } from '#kernel/hops/hopCredential.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { createLauncherKeys } from '#kernel/hops/launcherKeys.ts'
import { launcherKeys, services } from './world.ts'

const minute = 60_000
const noon = Date.UTC(2026, 10, 24, 12)
const s3 = createHopCredentials(launcherKeys.keysFor('s3'))
const iam = createHopCredentials(launcherKeys.keysFor('iam'))

describe('a hop credential', () => {
  test('is derived alike by asker and owner, at any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        const issued = s3.issue('iam', now)
        const recalled = iam.recall(issued.accessKeyId, now)
        expect(recalled.secretAccessKey).toBe(issued.secretAccessKey)
        expect(recalled.sealKey.equals(issued.sealKey)).toBe(true)
        expect(recalled.asker).toBe('s3')
        expect(issued.expiresAt - now).toBeGreaterThan(5 * minute - 1)
        expect(issued.expiresAt - now).toBeLessThanOrEqual(15 * minute)
      }),
      { numRuns: 300 },
    )
  })

  test('names the service principal and has the form of an access key', () => {
    const { accessKeyId, secretAccessKey, principal } = s3.issue('iam', noon)
    expect(principal).toBe('s3.amazonaws.com')
    expect(accessKeyId).toMatch(/^HOP_s3_iam_[0-9A-Z]+$/)
    expect(secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/)
  })

  test('lives fifteen minutes, give or take a minute before', () => {
    const { accessKeyId } = s3.issue('iam', noon)
    const at = (now: number) => () => iam.recall(accessKeyId, now)
    expect(at(noon + 15 * minute - 1)).not.toThrow()
    expect(at(noon + 15 * minute)).toThrow('has expired')
    expect(at(noon - minute)).not.toThrow()
    expect(at(noon - minute - 1)).toThrow('is not valid yet')
  })

  test('differs by asker, owner, time and sandbox, in its secret and in its seal', () => {
    const others = createLauncherKeys(Buffer.alloc(32, 8), services)
    const made = [
      s3.issue('iam', noon),
      s3.issue('iam', noon + 10 * minute),
      createHopCredentials(launcherKeys.keysFor('sts')).issue('iam', noon),
      iam.issue('organizations', noon),
      createHopCredentials(others.keysFor('s3')).issue('iam', noon),
    ]
    expect(new Set(made.map(({ secretAccessKey }) => secretAccessKey)).size).toBe(made.length)
    expect(new Set(made.map(({ sealKey }) => sealKey.toString('hex'))).size).toBe(made.length)
  })

  test.each([
    'HOP_s3_iam_',
    'HOP_s3_iam_ZZ_1',
    'HOP_S3_iam_1',
    'hop_s3_iam_1',
    'HOP_s3_iam_1\n',
    'HOP___proto___iam_1',
    'HOP_constructor_iam_1',
    'HOP_iam_s3_1',
    'HOP_s3_iam_ZZZZZZZZZZZZZZZ',
    '',
  ])('is not %j', (accessKeyId) => {
    expect(() => iam.recall(accessKeyId, noon)).toThrow(HopError)
  })

  test('is never taken for a key of AWS, nor the other way round', () => {
    const awsKeyId = fc.stringMatching(/^(AKIA|ASIA|AIDA|AROA)[A-Z2-7]{12,20}$/)
    fc.assert(fc.property(awsKeyId, (id) => !isHopKeyId(id)))
    expect(isHopKeyId(s3.issue('iam', noon).accessKeyId)).toBe(true)
    expect(isHopKeyId('test')).toBe(false)
  })

  test('of any text is refused or its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (id) => {
        expect(() => iam.recall(id, noon)).toThrow(HopError)
      }),
    )
  })
})
