/** Where the next page begins, as a text that clients only hand back. */
import { createHash } from 'node:crypto'
import type { Position } from './listPage.ts'

const DIGEST_LENGTH = 8
const KINDS: readonly Position['kind'][] = ['key', 'prefix']

/**
 * `list` is what the token is good for: the bucket, or the owner whose buckets are listed. The digest keeps
 * nobody out, since who makes a token of his own learns nothing that `start-after` would not tell; it finds
 * tokens that were cut, mangled or mixed up.
 */
export function continuationToken(list: string, { kind, text }: Position): string {
  const content = Buffer.concat([Buffer.from([KINDS.indexOf(kind)]), Buffer.from(text, 'utf8')])
  return Buffer.concat([digest(list, content), content]).toString('base64url')
}

/** Undefined where the token is not one of ours for this list. */
export function readContinuationToken(list: string, token: string): Position | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length <= DIGEST_LENGTH || bytes.toString('base64url') !== token) return undefined
  const content = bytes.subarray(DIGEST_LENGTH)
  if (!digest(list, content).equals(bytes.subarray(0, DIGEST_LENGTH))) return undefined
  const kind = KINDS[content[0]!]
  return kind && { kind, text: content.subarray(1).toString('utf8') }
}

const digest = (list: string, content: Buffer): Buffer =>
  createHash('sha256')
    .update(`continuation of ${list}\n`)
    .update(content)
    .digest()
    .subarray(0, DIGEST_LENGTH)
