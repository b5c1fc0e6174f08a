/** s3:PutAccelerateConfiguration: whether the bucket answers on the host of Transfer Acceleration. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const putBucketAccelerateConfiguration = bucketWriting(s3.PutBucketAccelerateConfiguration, {
  authorize: onBucket('s3:PutAccelerateConfiguration'),

  validate: ({ input }) => {
    if (input.AccelerateConfiguration.Status === undefined) throw errors.malformedXml('no Status')
  },

  async handle({ input, place, store }) {
    if (place.name.includes('.')) throw errors.accelerationOfDottedName()
    await putConfiguration(store, place, 'accelerate', input.AccelerateConfiguration)
  },
})
