/** What ListObjectsV2 can be asked for, and where its page begins. */
import * as errors from '../errors.ts'
import type { ListObjectsV2Request } from '../model/shapes.ts'
import { readContinuationToken } from './continuationToken.ts'
import type { Position } from './listPage.ts'

/** No page is longer, whatever is asked for. */
export const MAX_KEYS = 1000

export function checkListOptions(input: ListObjectsV2Request): void {
  const { MaxKeys, EncodingType, ContinuationToken } = input
  if (MaxKeys !== undefined && MaxKeys < 0)
    throw errors.invalidArgument(
      'maxKeys',
      String(MaxKeys),
      'Argument maxKeys must be an integer between 0 and 2147483647',
    )
  if (EncodingType !== undefined && EncodingType !== 'url')
    throw errors.invalidArgument(
      'encoding-type',
      EncodingType,
      'Invalid Encoding Method specified in Request',
    )
  if (ContinuationToken !== undefined && !pageStart(input))
    throw errors.invalidContinuationToken(ContinuationToken)
}

/** A continuation token says more than start-after: it comes from a page that has begun after it. */
export function pageStart(input: ListObjectsV2Request): Position | undefined {
  const { Bucket, ContinuationToken, StartAfter } = input
  if (ContinuationToken !== undefined) return readContinuationToken(Bucket, ContinuationToken)
  return StartAfter ? { kind: 'key', text: StartAfter } : undefined
}
