/** s3:DeleteBucket: gives up an empty bucket; anyone may take its name after that. */
import { operation, s3 } from '../api.ts'
import { bucketAudit } from '../audit.ts'
import { bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { bucketCheck } from '../checks.ts'
import * as errors from '../errors.ts'
import { bucketNames, buckets, NOBODY, objects } from '../state.ts'

export const deleteBucket = operation(s3.DeleteBucket, {
  access: 'write',

  authorize: async ({ input, read }) => [
    bucketCheck('s3:DeleteBucket', await bucketPlace(read, input.Bucket)),
  ],

  validate: ({ input }) => checkExpectedOwnerForm(input),

  locks: () => [NOBODY.account],

  async handle({ input, store, explain }) {
    const place = await bucketPlace(store, input.Bucket)
    checkExpectedOwner(place, input)
    const prefix = objectPlace(place.name, '')
    const [first] = await store.list(objects, place, { prefix, limit: 1 })
    explain('s3', { bucket: place.name, isEmpty: !first })
    if (first) throw errors.bucketNotEmpty(place.name)
    await store.delete(bucketNames, NOBODY, place.name)
    await store.delete(buckets, { account: place.account, region: '' }, place.name)
  },

  audit: bucketAudit,
})
