/** The checksum of one body: what the client declared and S3 verified, else what S3 computed. */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { header } from '#kernel/http/wireRequest.ts'
import * as errors from '../errors.ts'
import {
  type AlgorithmName,
  algorithmNamed,
  algorithms,
  type ChecksumAlgorithm,
  DEFAULT_ALGORITHM,
} from './algorithms.ts'

/** As it is kept with an object and shown to clients. */
export interface ObjectChecksum {
  readonly algorithm: AlgorithmName
  /** Base64. */
  readonly value: string
}

type Head = Pick<WireRequest, 'rawHeaders'>

/** The one checksum that the client declares; undefined where it declares none. */
export function declaredChecksum(request: Head): ObjectChecksum | undefined {
  const declared = algorithms.filter((algorithm) => header(request, algorithm.header) !== undefined)
  if (declared.length > 1) throw errors.severalChecksums()
  const [algorithm] = declared
  checkAlgorithmHeader(request, algorithm)
  if (!algorithm) return undefined
  const value = header(request, algorithm.header)!
  if (!isDigest(value, algorithm.length)) throw errors.invalidChecksumHeader(algorithm.header)
  return { algorithm: algorithm.name, value }
}

/** SDKs announce which algorithm they used; an announcement without its checksum protects nothing. */
function checkAlgorithmHeader(request: Head, declared: ChecksumAlgorithm | undefined): void {
  const announced = header(request, 'x-amz-sdk-checksum-algorithm')
  if (announced === undefined) return
  if (declared?.name !== announced.toUpperCase()) throw errors.announcedChecksumMissing()
}

/** Base64 of just so many bytes, in its one canonical form. */
export function isDigest(value: string, length: number): boolean {
  const bytes = Buffer.from(value, 'base64')
  return bytes.length === length && bytes.toString('base64') === value
}

export function verifyChecksum(declared: ObjectChecksum, body: Uint8Array): void {
  const computed = algorithmNamed(declared.algorithm).digest(body).toString('base64')
  if (computed !== declared.value) throw errors.checksumDiffers(declared.algorithm)
}

/** To keep with the object: a declared one has been verified by now. */
export function checksumToKeep(request: Head, body: Uint8Array): ObjectChecksum {
  const declared = declaredChecksum(request)
  if (declared) return declared
  const { name, digest } = DEFAULT_ALGORITHM
  return { algorithm: name, value: digest(body).toString('base64') }
}

/** The members of an answer: `ChecksumCRC32` and the like. Of an object put in one piece it is of the whole. */
export const checksumMembers = ({ algorithm, value }: ObjectChecksum) => ({
  [algorithmNamed(algorithm).member]: value,
  ChecksumType: 'FULL_OBJECT' as const,
})
