import { isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress } from '#iam/policy/conditions/ip/parseAddress.ts'
import { ABSENT, holds } from './holds.ts'

const inRange = [
  ['203.0.113.0/24', '203.0.113.0'],
  ['203.0.113.0/24', '203.0.113.255'],
  ['203.0.113.7/24', '203.0.113.200'],
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7/32', '203.0.113.7'],
  ['203.0.112.0/23', '203.0.113.1'],
  ['203.0.113.128/25', '203.0.113.129'],
  ['0.0.0.0/0', '198.51.100.1'],
  ['2001:db8::/32', '2001:db8:ffff::1'],
  ['2001:DB8:1234:5678::/64', '2001:db8:1234:5678:0:0:0:9'],
  ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001'],
  ['::/0', 'fe80::1'],
  ['::ffff:203.0.113.0/120', '::ffff:203.0.113.9'],
] as const

const outOfRange = [
  ['203.0.113.0/24', '203.0.114.0'],
  ['203.0.113.7', '203.0.113.8'],
  ['203.0.113.128/25', '203.0.113.127'],
  ['2001:db8::/32', '2001:db9::1'],
  ['2001:db8::1', '2001:db8::2'],
  // The families are apart: not even everything of one holds anything of the other.
  ['0.0.0.0/0', '::1'],
  ['::/0', '203.0.113.7'],
] as const

describe('IpAddress', () => {
  test.each(inRange)('%s holds %s', (range, address) => {
    expect(holds('IpAddress', range, address)).toBe(true)
    expect(holds('NotIpAddress', range, address)).toBe(false)
  })

  test.each(outOfRange)('%s does not hold %s', (range, address) => {
    expect(holds('IpAddress', range, address)).toBe(false)
    expect(holds('NotIpAddress', range, address)).toBe(true)
  })

  test.each([
    ['203.0.113.0/24', 'localhost'],
    ['203.0.113.0/24', '203.0.113'],
    ['203.0.113.0/24', '203.0.113.1.1'],
    ['203.0.113.0/24', '203.0.113.256'],
    ['203.0.113.0/24', '203.0.113.01'],
    ['203.0.113.0/24', '203.0.113.7/32'],
    ['203.0.113.0/33', '203.0.113.1'],
    ['203.0.113.0/', '203.0.113.1'],
    ['203.0.113.0/-1', '203.0.113.1'],
    ['2001:db8::/129', '2001:db8::'],
    ['2001:db8::1::', '2001:db8::1'],
    ['1:2:3:4:5:6:7:8::', '1:2:3:4:5:6:7:8'],
    [':::', '::'],
    ['::', ''],
    ['::/0', 'fe80::1%eth0'],
    ['::/0', '12345::'],
  ])('%s and %s: what is no address lies nowhere', (range, address) => {
    expect(holds('IpAddress', range, address)).toBe(false)
    expect(holds('NotIpAddress', range, address)).toBe(true)
  })

  test('of an absent key', () => {
    expect(holds('IpAddress', '0.0.0.0/0', ABSENT)).toBe(false)
    expect(holds('NotIpAddress', '0.0.0.0/0', ABSENT)).toBe(true)
  })

  test('of several ranges: any holds it; NotIpAddress: none does', () => {
    const ranges = ['203.0.113.0/24', '2001:db8::/32']
    expect(holds('IpAddress', ranges, '2001:db8::1')).toBe(true)
    expect(holds('NotIpAddress', ranges, '2001:db8::1')).toBe(false)
    expect(holds('NotIpAddress', ranges, '198.51.100.1')).toBe(true)
  })

  test('an address alone holds itself and no neighbour', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.oneof(fc.ipV4(), fc.ipV6()), (one, other) => {
        expect(holds('IpAddress', one, one)).toBe(true)
        const isSame = JSON.stringify(parseAddress(one)) === JSON.stringify(parseAddress(other))
        expect(holds('IpAddress', one, other)).toBe(isSame)
      }),
    )
  })

  test('reads what is an address and nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0129af:.'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(text, fc.ipV4(), fc.ipV6()), (candidate) => {
        const isAddress = isIPv4(candidate) || isIPv6(candidate)
        expect(parseAddress(candidate) !== undefined).toBe(isAddress)
      }),
      { numRuns: 5_000 },
    )
  })
})
