import { describe, expect, test } from 'vitest'
import { checkPreconditions, type Preconditions } from '#s3/objects/preconditions.ts'

const etag = 'd41d8cd98f00b204e9800998ecf8427e'
const modifiedAt = Date.parse('2026-11-05T12:00:00.500Z')
const other = '"00000000000000000000000000000000"'
const before = new Date('2026-11-05T11:59:59Z')
const same = new Date('2026-11-05T12:00:00Z')
const after = new Date('2026-11-05T12:00:01Z')

const holds = { kind: 'holds' }
const notModified = { kind: 'not-modified' }
const failed = (condition: string) => ({ kind: 'failed', condition })

const table: [string, Preconditions, object][] = [
  ['nothing', {}, holds],
  ['If-Match of the object', { IfMatch: `"${etag}"` }, holds],
  ['If-Match without quotes', { IfMatch: etag }, holds],
  ['If-Match *', { IfMatch: '*' }, holds],
  ['If-Match in a list', { IfMatch: `${other}, "${etag}"` }, holds],
  ['If-Match of another', { IfMatch: other }, failed('If-Match')],
  ['If-None-Match of the object', { IfNoneMatch: `"${etag}"` }, notModified],
  ['If-None-Match, weak', { IfNoneMatch: `W/"${etag}"` }, notModified],
  ['If-None-Match *', { IfNoneMatch: '*' }, notModified],
  ['If-None-Match of another', { IfNoneMatch: other }, holds],
  ['If-Modified-Since before', { IfModifiedSince: before }, holds],
  ['If-Modified-Since the same second', { IfModifiedSince: same }, notModified],
  ['If-Modified-Since after', { IfModifiedSince: after }, notModified],
  ['If-Unmodified-Since before', { IfUnmodifiedSince: before }, failed('If-Unmodified-Since')],
  ['If-Unmodified-Since the same second', { IfUnmodifiedSince: same }, holds],
  ['If-Unmodified-Since after', { IfUnmodifiedSince: after }, holds],
  [
    'If-Match that holds and If-Unmodified-Since that does not',
    { IfMatch: `"${etag}"`, IfUnmodifiedSince: before },
    holds,
  ],
  [
    'If-None-Match that matches and If-Modified-Since that says modified',
    { IfNoneMatch: `"${etag}"`, IfModifiedSince: before },
    notModified,
  ],
  [
    'If-None-Match of another and If-Modified-Since that says unmodified',
    { IfNoneMatch: other, IfModifiedSince: after },
    holds,
  ],
  [
    'If-Match that fails and If-None-Match that matches',
    { IfMatch: other, IfNoneMatch: `"${etag}"` },
    failed('If-Match'),
  ],
  [
    'If-Match that holds and If-None-Match that matches',
    { IfMatch: '*', IfNoneMatch: `"${etag}"` },
    notModified,
  ],
]

describe('conditional reads', () => {
  test.each(table)('%s', (_, asked, result) => {
    expect(checkPreconditions(asked, { etag, modifiedAt })).toEqual(result)
  })
})
