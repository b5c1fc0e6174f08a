/** Content-MD5 (RFC 1864): the oldest way to say what the body should be. */
import { createHash } from 'node:crypto'
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import * as errors from '../errors.ts'
import { isDigest } from './objectChecksum.ts'

const MD5_LENGTH = 16

export function verifyContentMd5(request: Pick<WireRequest, 'rawHeaders'>, body: Uint8Array): void {
  const declared = header(request, 'content-md5')
  if (declared === undefined) return
  if (!isDigest(declared, MD5_LENGTH)) throw errors.invalidDigest(declared)
  const computed = createHash('md5').update(body).digest('base64')
  if (computed !== declared) throw errors.contentMd5Differs(declared, computed)
}
