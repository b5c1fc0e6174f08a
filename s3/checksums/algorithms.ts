/** The checksums that we compute: header, members of the API, length, and how (S3 User Guide, "Checking object integrity"). */
import { createHash } from 'node:crypto'
import { crc32 } from './crc32.ts'
import { crc32c } from './crc32c.ts'
import { crc64nvme } from './crc64nvme.ts'

export interface ChecksumAlgorithm {
  readonly name: AlgorithmName
  readonly header: string
  readonly member: `Checksum${AlgorithmName}`
  /** Of the digest, in bytes. */
  readonly length: number
  readonly digest: (body: Uint8Array) => Buffer
}

export type AlgorithmName = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256'

const hash = (algorithm: string) => (body: Uint8Array) =>
  createHash(algorithm).update(body).digest()

function row(
  name: AlgorithmName,
  length: number,
  digest: (body: Uint8Array) => Buffer,
): ChecksumAlgorithm {
  const header = `x-amz-checksum-${name.toLowerCase()}`
  return { name, header, member: `Checksum${name}`, length, digest }
}

export const algorithms: readonly ChecksumAlgorithm[] = [
  row('CRC32', 4, crc32),
  row('CRC32C', 4, crc32c),
  row('CRC64NVME', 8, crc64nvme),
  row('SHA1', 20, hash('sha1')),
  row('SHA256', 32, hash('sha256')),
]

/** What S3 computes itself where the client sent no checksum. */
export const DEFAULT_ALGORITHM = algorithmNamed('CRC64NVME')

export function algorithmNamed(name: AlgorithmName): ChecksumAlgorithm {
  const found = algorithms.find((algorithm) => algorithm.name === name)
  if (!found) throw new Error(`INVARIANT: no checksum algorithm ${name}`)
  return found
}

/** S3 has more than we compute: these are refused by name. */
export const UNSUPPORTED_CHECKSUM_HEADERS = [
  'x-amz-checksum-sha512',
  'x-amz-checksum-md5',
  'x-amz-checksum-xxhash64',
  'x-amz-checksum-xxhash3',
  'x-amz-checksum-xxhash128',
]
