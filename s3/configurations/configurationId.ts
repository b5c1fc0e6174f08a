/** Ids of configurations of which a bucket has many. */
import type { Reader } from '#kernel/store/store.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import * as errors from '../errors.ts'
import { configurationsOf, type Kind } from './bucketConfiguration.ts'

/** "You can have up to 1,000 configurations per bucket." */
const MAX_CONFIGURATIONS = 1000

/** In the query and in the document: they must be the same. */
export function checkConfigurationId(asked: string, given: string): void {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(asked)) throw errors.invalidConfigurationId()
  if (asked !== given) throw errors.idMismatch()
}

export async function checkConfigurationCount(
  read: Reader,
  place: BucketPlace,
  kind: Kind & ('inventory' | 'analytics' | 'metrics' | 'tiering'),
  id: string,
): Promise<void> {
  const kept = await configurationsOf(read, place, kind)
  if (kept.length >= MAX_CONFIGURATIONS && !kept.some(({ Id }) => Id === id))
    throw errors.tooManyConfigurations()
}
