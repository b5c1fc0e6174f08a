/** Entity tags (RFC 9110, 8.8.3): of an object put in one piece, the MD5 of its bytes. */
import { createHash } from 'node:crypto'

/** Without quotes. */
export const entityTagOf = (body: Uint8Array): string =>
  createHash('md5').update(body).digest('hex')

export const quoted = (etag: string): string => `"${etag}"`

/** If-Match and If-None-Match: `*`, or a list. S3 takes tags without their quotes too. */
export function matchesEntityTag(header: string, etag: string): boolean {
  const wanted = header.trim()
  return wanted === '*' || wanted.split(',').some((tag) => bare(tag.trim()) === etag)
}

const bare = (tag: string) => tag.replace(/^W\//, '').replace(/^"|"$/g, '')
