/** s3:DeleteBucket: gives up an empty bucket; anyone may take its name after that. */
import { operation, s3 } from '../api.ts'
import { bucketAudit } from '../audit.ts'
import { bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { onBucket } from '../checks.ts'
import { deleteConfigurations } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import { bucketAccess, bucketNames, buckets, NOBODY, objects } from '../state.ts'

export const deleteBucket = operation(s3.DeleteBucket, {
  access: 'write',

  authorize: onBucket('s3:DeleteBucket'),

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
    const scope = { account: place.account, region: '' }
    await store.delete(buckets, scope, place.name)
    await store.delete(bucketAccess, scope, place.name)
    await deleteConfigurations(store, place)
  },

  audit: bucketAudit,
})
