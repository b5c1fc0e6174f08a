/** Conditional reads (RFC 9110, 13.2.2): the four headers, in the order that decides between them. */
import { matchesEntityTag } from './entityTag.ts'

export interface Preconditions {
  readonly IfMatch?: string | undefined
  readonly IfNoneMatch?: string | undefined
  readonly IfModifiedSince?: Date | undefined
  readonly IfUnmodifiedSince?: Date | undefined
}

export interface Validators {
  readonly etag: string
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number
}

export type PreconditionResult =
  | { readonly kind: 'holds' }
  /** 304. */
  | { readonly kind: 'not-modified' }
  /** 412, naming the header. */
  | { readonly kind: 'failed'; readonly condition: 'If-Match' | 'If-Unmodified-Since' }

const HOLDS: PreconditionResult = { kind: 'holds' }
const NOT_MODIFIED: PreconditionResult = { kind: 'not-modified' }

/** The entity tag says more than the date: where both are given, the date is not looked at. */
export function checkPreconditions(asked: Preconditions, current: Validators): PreconditionResult {
  const failed = failedCondition(asked, current)
  if (failed) return { kind: 'failed', condition: failed }
  return isNotModified(asked, current) ? NOT_MODIFIED : HOLDS
}

function failedCondition({ IfMatch, IfUnmodifiedSince }: Preconditions, current: Validators) {
  if (IfMatch !== undefined)
    return matchesEntityTag(IfMatch, current.etag) ? undefined : ('If-Match' as const)
  if (IfUnmodifiedSince === undefined) return undefined
  return isLater(current, IfUnmodifiedSince) ? ('If-Unmodified-Since' as const) : undefined
}

function isNotModified({ IfNoneMatch, IfModifiedSince }: Preconditions, current: Validators) {
  if (IfNoneMatch !== undefined) return matchesEntityTag(IfNoneMatch, current.etag)
  return IfModifiedSince !== undefined && !isLater(current, IfModifiedSince)
}

/** HTTP's dates have whole seconds: the fraction that Last-Modified does not show must not count. */
const isLater = ({ modifiedAt }: Validators, date: Date) =>
  Math.floor(modifiedAt / 1000) > Math.floor(date.getTime() / 1000)
