/** A page of the configurations of one kind, in the order of their ids. */
import type { Reader } from '#kernel/store/store.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import * as errors from '../errors.ts'
import { continuationToken, readContinuationToken } from '../listing/continuationToken.ts'
import { type Configurations, configurationsOf } from './bucketConfiguration.ts'

const PAGE = 100

type ManyKind = 'inventory' | 'analytics' | 'metrics' | 'tiering'

export async function configurationPage<K extends ManyKind>(
  read: Reader,
  place: BucketPlace,
  kind: K,
  { ContinuationToken: token }: { readonly ContinuationToken?: string | undefined },
) {
  const scope = `${place.name}/${kind}`
  const after = token === undefined ? '' : afterToken(scope, token)
  const all: Configurations[K][] = await configurationsOf(read, place, kind)
  const rest = all.filter(({ Id }) => Id > after)
  const items = rest.slice(0, PAGE)
  const last = rest.length > PAGE ? items.at(-1) : undefined
  return {
    items,
    IsTruncated: last !== undefined,
    ContinuationToken: token,
    NextContinuationToken: last && continuationToken(scope, { kind: 'key', text: last.Id }),
  }
}

function afterToken(scope: string, token: string): string {
  const found = readContinuationToken(scope, token)
  if (!found) throw errors.invalidContinuationToken(token)
  return found.text
}
