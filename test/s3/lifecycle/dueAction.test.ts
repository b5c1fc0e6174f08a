import { describe, expect, test } from 'vitest'
import { dueAction } from '#s3/lifecycle/dueAction.ts'
import type { StoredRule } from '#s3/lifecycle/storedLifecycle.ts'
import type { StoredObject } from '#s3/state.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const created = Date.parse('2026-11-25T10:00:00Z')

const object = (size: number, storageClass = 'STANDARD'): StoredObject => ({
  etag: '',
  modifiedAt: created,
  headers: { ContentType: 'text/plain' },
  metadata: {},
  storageClass,
  checksum: { algorithm: 'CRC64NVME', value: '' },
  body: { size, bytes: Buffer.alloc(0) },
})

const rule = (more: Partial<StoredRule>): StoredRule => ({
  ID: 'r',
  Status: 'Enabled',
  Filter: {},
  ...more,
})

const due = (
  at: number,
  rules: readonly StoredRule[],
  { key = 'a/b', size = 200_000, storageClass = 'STANDARD' } = {},
) =>
  dueAction(
    { rules, minimumSize: 'all_storage_classes_128K' },
    { key, object: object(size, storageClass) },
    at,
  )
const expire = rule({ Expiration: { Days: 1 } })
const expired = { kind: 'expire', rule: 'r' }

describe('an object expires', () => {
  test('at the midnight after its days are over', () => {
    const midnight = Date.parse('2026-11-27T00:00:00Z')
    expect(due(midnight - 1, [expire])).toBeUndefined()
    expect(due(midnight, [expire])).toEqual(expired)
  })

  test('on a date, however young', () => {
    const at = Date.parse('2026-11-26T00:00:00Z')
    const dated = [rule({ Expiration: { at } })]
    expect([due(at - 1, dated), due(at, dated)]).toEqual([undefined, expired])
  })

  test.each<[string, Partial<StoredRule>, { key?: string; size?: number }, boolean]>([
    ['its prefix', { Filter: { Prefix: 'a/' } }, {}, true],
    ['another prefix', { Filter: { Prefix: 'b/' } }, {}, false],
    ['a prefix of 2006', { Filter: undefined, Prefix: 'a/' }, {}, true],
    ['more than its size', { Filter: { ObjectSizeGreaterThan: 10 } }, { size: 10 }, false],
    ['less than its size', { Filter: { ObjectSizeGreaterThan: 10 } }, { size: 11 }, true],
    [
      'both, of which one is another',
      { Filter: { And: { Prefix: 'a/', ObjectSizeLessThan: 5 } } },
      {},
      false,
    ],
    ['tags that it does not have', { Filter: { Tag: { Key: 'a', Value: 'b' } } }, {}, false],
    ['a rule that is switched off', { Status: 'Disabled' }, {}, false],
  ])('by a rule for %s: %s', (_, more, subject, expected) => {
    const rules = [rule({ Expiration: { Days: 1 }, ...more })]
    expect(due(created + 3 * DAY, rules, subject)).toEqual(expected ? expired : undefined)
  })
})

describe('an object changes its class', () => {
  const moves = rule({
    Transitions: [
      { Days: 30, StorageClass: 'STANDARD_IA' },
      { Days: 60, StorageClass: 'GLACIER' },
    ],
  })

  test.each([
    [29, undefined],
    [31, 'STANDARD_IA'],
    [61, 'GLACIER'],
  ])('after %i days to %s', (days, storageClass) => {
    const expected = storageClass && { kind: 'transition', rule: 'r', storageClass }
    expect(due(created + days * DAY, [moves])).toEqual(expected)
  })

  test('once', () => {
    expect(due(created + 61 * DAY, [moves], { storageClass: 'GLACIER' })).toBeUndefined()
  })

  test('unless it is small', () => {
    expect(due(created + 61 * DAY, [moves], { size: 128 * 1024 - 1 })).toBeUndefined()
  })

  test('unless it expires', () => {
    const both = rule({ ID: 'end', Expiration: { Days: 60 } })
    expect(due(created + 61 * DAY, [moves, both])).toEqual({ kind: 'expire', rule: 'end' })
  })
})
