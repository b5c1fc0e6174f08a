/** s3:PutBucketWebsite: what the bucket's website answers with: its documents, or redirects. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkWebsite } from '../website/checkWebsite.ts'

export const putBucketWebsite = bucketWriting(s3.PutBucketWebsite, {
  authorize: onBucket('s3:PutBucketWebsite'),

  validate: ({ input }) => checkWebsite(input.WebsiteConfiguration),

  async handle({ input, place, store }) {
    await putConfiguration(store, place, 'website', input.WebsiteConfiguration)
  },
})
