import { describe, expect, test } from 'vitest'
import type { Ids } from '#kernel/ids/ids.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import { systemIds } from '#kernel/ids/systemIds.ts'
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'

const sources: [string, () => Ids][] = [
  ['the system', systemIds],
  ['a seed', () => seededIds(7)],
]

const sample = (ids: Ids) => [
  ids.uuid(),
  ids.hex(17),
  ids.base32(17),
  ids.alphanumeric(32),
  ids.secretAccessKey(),
  ids.bytes(5).toString('hex'),
]

describe.each(sources)('ids from %s', (_name, source) => {
  const ids = source()

  test('have the forms that clients know', () => {
    for (let round = 0; round < 200; round++) {
      expect(ids.uuid()).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      expect(ids.hex(17)).toMatch(/^[0-9a-f]{17}$/)
      expect(ids.base32(17)).toMatch(/^[A-Z2-7]{17}$/)
      expect(ids.alphanumeric(25)).toMatch(/^[A-Za-z0-9]{25}$/)
      expect(ids.secretAccessKey()).toMatch(/^[A-Za-z0-9+/]{40}$/)
      expect(ids.bytes(9)).toHaveLength(9)
      expect(makeUniqueId('AROA', ids)).toMatch(/^AROA[A-Z2-7]{17}$/)
    }
  })

  test('can be empty', () => {
    expect([ids.hex(0), ids.base32(0), ids.alphanumeric(0), ids.bytes(0).length]).toEqual([
      '',
      '',
      '',
      0,
    ])
  })

  test('do not repeat, in one source or in its forks', () => {
    const seen = Array.from({ length: 500 }, (_, n) => [
      ids.uuid(),
      ids.fork(`service ${n % 3}`).uuid(),
    ])
    expect(new Set(seen.flat()).size).toBe(1000)
  })

  test('use every letter about as often as any other', () => {
    const counts = new Map<string, number>()
    for (const letter of ids.alphanumeric(62_000)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(62)
    // 1,000 expected each, standard deviation 31.4: seven of them is beyond chance.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(220)
  })
})

describe('ids from a seed', () => {
  test('come again with the same seed, and are others with another', () => {
    expect(sample(seededIds('abc'))).toEqual(sample(seededIds('abc')))
    expect(sample(seededIds('abc'))).not.toEqual(sample(seededIds('abd')))
    expect(sample(seededIds(42))).toEqual(sample(seededIds('42')))
  })

  test('stay the same from release to release, because recordings depend on them', () => {
    expect(seededIds(1).hex(32)).toBe('6565c399e4ea2e263032f1bc8ea3dad5')
    expect(seededIds(1).fork('sts').hex(32)).toBe('adf03b2f7386af241790c737c82682c4')
  })

  test('of a fork do not depend on what others drew before', () => {
    const early = seededIds(1).fork('sts')
    const root = seededIds(1)
    root.uuid()
    root.fork('iam').secretAccessKey()
    const late = root.fork('sts')
    expect(sample(early)).toEqual(sample(late))
  })

  test('go on, never begin again, when the same purpose is forked twice', () => {
    const root = seededIds(1)
    const first = root.fork('sts').hex(16)
    expect(root.fork('sts').hex(16)).not.toBe(first)
  })

  test('tell apart purposes and nestings that read alike', () => {
    const drawn = [
      seededIds(1),
      seededIds(1).fork('a').fork('b'),
      seededIds(1).fork('a fork b'),
      seededIds(1).fork('ab'),
      seededIds(1).fork('b').fork('a'),
      seededIds(1).fork(''),
      seededIds(1).fork('').fork(''),
    ].map((ids) => ids.hex(32))
    expect(new Set(drawn).size).toBe(drawn.length)
  })
})

describe('ids from the system', () => {
  test('never come again', () => {
    expect(sample(systemIds())).not.toEqual(sample(systemIds()))
  })

  test('are of any length, each byte given once', () => {
    const ids = systemIds()
    const drawn = [1, 4000, 100, 4096, 5000, 16, 4090].map((length) => ids.bytes(length))
    expect(drawn.map(({ length }) => length)).toEqual([1, 4000, 100, 4096, 5000, 16, 4090])
    const eights = drawn.flatMap((bytes) => bytes.toString('hex').match(/.{16}/g) ?? [])
    expect(new Set(eights).size).toBe(eights.length)
  })

  test('stay what they were, whatever is drawn after them', () => {
    const ids = systemIds()
    const first = ids.bytes(16)
    const before = first.toString('hex')
    for (let i = 0; i < 1000; i++) ids.bytes(16).fill(0)
    expect(first.toString('hex')).toBe(before)
    expect(before).not.toBe('0'.repeat(32))
  })
})
