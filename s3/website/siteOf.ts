/** A bucket's website configuration, and the objects that one of its answers can be made of. */
import type { Reader } from '#kernel/store/store.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import type { WebsiteConfiguration } from '../model/shapes.ts'

export async function siteOf(read: Reader, place: BucketPlace): Promise<WebsiteConfiguration> {
  const site = await configuration(read, place, 'website')
  if (!site) throw errors.noSuchWebsiteConfiguration(place.name)
  return site
}

export interface SiteKeys {
  readonly document: string
  /** `docs` may stand for `docs/`: the index that it has then. */
  readonly folder: string
  readonly error: string | undefined
}

export function siteKeys(
  { IndexDocument, ErrorDocument }: WebsiteConfiguration,
  key: string,
): SiteKeys {
  const index = IndexDocument?.Suffix ?? ''
  const isFolder = key === '' || key.endsWith('/')
  return {
    document: isFolder ? key + index : key,
    folder: `${key}/${index}`,
    error: ErrorDocument?.Key,
  }
}
