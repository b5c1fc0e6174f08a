/** s3:PutBucketTagging: all tags of the bucket at once. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkBucketTags } from '../configurations/bucketTags.ts'

export const putBucketTagging = bucketWriting(s3.PutBucketTagging, {
  authorize: onBucket('s3:PutBucketTagging'),

  validate: ({ input }) => checkBucketTags(input.Tagging.TagSet),

  async handle({ input, place, store }) {
    await putConfiguration(store, place, 'tagging', input.Tagging)
  },
})
