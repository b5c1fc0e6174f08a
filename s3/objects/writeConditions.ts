/** Conditional writes: put only if nothing is there, or only over what one has read. */
import * as errors from '../errors.ts'
import type { StoredObject } from '../state.ts'
import { matchesEntityTag } from './entityTag.ts'

export interface WriteConditions {
  readonly IfMatch?: string | undefined
  readonly IfNoneMatch?: string | undefined
}

/** S3 takes of each header only the form that makes sense of a write, and not both. */
export function checkWriteConditionForms({ IfMatch, IfNoneMatch }: WriteConditions): void {
  if (IfNoneMatch !== undefined && IfNoneMatch.trim() !== '*')
    throw errors.notImplementedHeader('If-None-Match')
  if (IfMatch === undefined) return
  if (IfNoneMatch !== undefined || IfMatch.trim() === '*')
    throw errors.notImplementedHeader('If-Match')
}

export function checkWriteConditions(
  { IfMatch, IfNoneMatch }: WriteConditions,
  key: string,
  current: StoredObject | undefined,
): void {
  if (IfNoneMatch !== undefined && current) throw errors.preconditionFailed('If-None-Match')
  if (IfMatch === undefined) return
  if (!current) throw errors.noSuchKey(key)
  if (!matchesEntityTag(IfMatch, current.etag)) throw errors.preconditionFailed('If-Match')
}
