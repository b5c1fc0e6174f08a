/** s3:ListBucket: a page of a bucket's keys. CloudTrail still calls it by the name of its first version. */
import type { Reader } from '#kernel/store/store.ts'
import { operation, s3 } from '../api.ts'
import { bucketAudit } from '../audit.ts'
import { type BucketPlace, bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { guardedBucket } from '../buckets/guardedBucket.ts'
import { bucketCheck } from '../checks.ts'
import { queryKeys } from '../conditionKeys.ts'
import { continuationToken } from '../listing/continuationToken.ts'
import { urlEncoded } from '../listing/listEncoding.ts'
import { listedObject } from '../listing/listedObject.ts'
import { checkListOptions, MAX_KEYS, pageStart } from '../listing/listOptions.ts'
import { listPage, type ScanKeys } from '../listing/listPage.ts'
import { objects, type StoredObject } from '../state.ts'

export const listObjectsV2 = operation(s3.ListObjectsV2, {
  access: 'read',

  authorize: async ({ input, read, facts }) => {
    const place = await guardedBucket(read, input.Bucket)
    const keys = queryKeys(facts.request, ['prefix', 'delimiter', 'max-keys'])
    return [bucketCheck('s3:ListBucket', place, keys)]
  },

  validate: ({ input }) => {
    checkExpectedOwnerForm(input)
    checkListOptions(input)
  },

  async handle({ input, store }) {
    const place = await bucketPlace(store, input.Bucket)
    checkExpectedOwner(place, input)
    const { Prefix = '', Delimiter = '' } = input
    const maxKeys = Math.min(input.MaxKeys ?? MAX_KEYS, MAX_KEYS)
    const request = { prefix: Prefix, delimiter: Delimiter, from: pageStart(input), maxKeys }
    const page = await listPage(scanner(store, place, Prefix), request)
    const write = input.EncodingType === 'url' ? urlEncoded : asItIs
    const owner = input.FetchOwner ? { ID: await canonicalUserId(store, place.account) } : undefined
    return {
      Name: place.name,
      Prefix: write(Prefix),
      Delimiter: Delimiter === '' ? undefined : write(Delimiter),
      StartAfter: input.StartAfter === undefined ? undefined : write(input.StartAfter),
      EncodingType: input.EncodingType,
      MaxKeys: maxKeys,
      KeyCount: page.contents.length + page.commonPrefixes.length,
      IsTruncated: page.next !== undefined,
      ContinuationToken: input.ContinuationToken,
      NextContinuationToken: page.next && continuationToken(place.name, page.next),
      Contents: page.contents.map(({ key, value }) => listedObject(write(key), value, owner)),
      CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: write(prefix) })),
    }
  },

  audit: (ended) => ({ ...bucketAudit(ended), eventName: 'ListObjects', category: 'Data' }),
})

const asItIs = (text: string) => text

const scanner = (store: Reader, place: BucketPlace, prefix: string): ScanKeys<StoredObject> => {
  const before = objectPlace(place.name, '')
  return async ({ after, limit }) => {
    const range = {
      prefix: before + prefix,
      after: after === undefined ? undefined : before + after,
      limit,
    }
    const found = await store.list(objects, place, range)
    return found.map(({ key, value }) => ({ key: key.slice(before.length), value }))
  }
}
