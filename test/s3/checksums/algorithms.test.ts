import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { algorithms } from '#s3/checksums/algorithms.ts'
import { crc32c } from '#s3/checksums/crc32c.ts'
import { crc64nvme } from '#s3/checksums/crc64nvme.ts'

const vectors: [string, string, string][] = [
  ['CRC32', 'hello world', 'DUoRhQ=='],
  ['CRC32', '', 'AAAAAA=='],
  ['CRC32C', 'hello world', 'yZRlqg=='],
  ['CRC32C', '', 'AAAAAA=='],
  ['CRC64NVME', 'hello world', 'jSnVw/bqjr4='],
  ['CRC64NVME', '', 'AAAAAAAAAAA='],
  ['SHA1', 'hello world', 'Kq5sNclPz7QV2+lfQIuc6R7oRu0='],
  ['SHA256', 'hello world', 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek='],
]

describe('checksums', () => {
  test.each(vectors)('%s of %j is %s', (name, text, expected) => {
    const algorithm = algorithms.find((candidate) => candidate.name === name)!
    const digest = algorithm.digest(Buffer.from(text))
    expect(digest.toString('base64')).toBe(expected)
    expect(digest.length).toBe(algorithm.length)
  })

  test('CRC-32C has the check value of its specification', () => {
    expect(crc32c(Buffer.from('123456789')).toString('hex')).toBe('e3069283')
  })

  test('CRC-64/NVME has the check value of its specification', () => {
    expect(crc64nvme(Buffer.from('123456789')).toString('hex')).toBe('ae8b14860a799888')
  })

  test('the halves of CRC-64/NVME agree with arithmetic on 64 bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(crc64nvme(bytes).readBigUInt64BE()).toBe(bitwise(bytes, 0x9a6c9329ac4bc9b5n, 64n))
      }),
    )
  })

  test('the table of CRC-32C agrees with arithmetic bit by bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(BigInt(crc32c(bytes).readUInt32BE())).toBe(bitwise(bytes, 0x82f63b78n, 32n))
      }),
    )
  })
})

function bitwise(bytes: Uint8Array, polynomial: bigint, width: bigint): bigint {
  const ones = (1n << width) - 1n
  let crc = ones
  for (const byte of bytes) {
    crc ^= BigInt(byte)
    for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ polynomial : crc >> 1n
  }
  return crc ^ ones
}
