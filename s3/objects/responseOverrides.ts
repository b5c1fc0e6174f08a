/** `response-content-type` and its like: a read may ask for other headers than those that were stored. */
import type { Caller } from '#kernel/hops/caller.ts'
import * as errors from '../errors.ts'
import type { GetObjectRequest } from '../model/shapes.ts'
import type { ObjectHeaders } from '../state.ts'

type Overrides = Pick<
  GetObjectRequest,
  | 'ResponseCacheControl'
  | 'ResponseContentDisposition'
  | 'ResponseContentEncoding'
  | 'ResponseContentLanguage'
  | 'ResponseContentType'
  | 'ResponseExpires'
>

/** Only those that were asked for: the others stay as stored. */
export function overriddenHeaders(asked: Overrides): Partial<ObjectHeaders> {
  const overrides = {
    CacheControl: asked.ResponseCacheControl,
    ContentDisposition: asked.ResponseContentDisposition,
    ContentEncoding: asked.ResponseContentEncoding,
    ContentLanguage: asked.ResponseContentLanguage,
    ContentType: asked.ResponseContentType,
    Expires: asked.ResponseExpires?.toUTCString(),
  }
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** Else a link to a public object could make its bucket serve it as anything. */
export function checkOverrides(asked: Overrides, caller: Caller): void {
  if (caller.type !== 'Anonymous') return
  if (Object.keys(overriddenHeaders(asked)).length > 0) throw errors.anonymousOverride()
}
