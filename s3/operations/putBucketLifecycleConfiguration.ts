/** s3:PutLifecycleConfiguration: what becomes of objects as they grow old. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import { checkLifecycle } from '../lifecycle/checkLifecycle.ts'
import { storedRule } from '../lifecycle/storedLifecycle.ts'

// SIMPLIFICATION: objects say nothing of when they will expire (x-amz-expiration).
export const putBucketLifecycleConfiguration = bucketWriting(s3.PutBucketLifecycleConfiguration, {
  authorize: onBucket('s3:PutLifecycleConfiguration'),

  validate: ({ input }) => {
    if (!input.LifecycleConfiguration) throw errors.missingRequestBody()
    checkLifecycle(input.LifecycleConfiguration.Rules)
  },

  async handle({ input, place, store, ids }) {
    const { LifecycleConfiguration, TransitionDefaultMinimumObjectSize: asked } = input
    const rules = LifecycleConfiguration!.Rules.map((rule) => storedRule(rule, ids))
    const minimumSize = asked ?? 'all_storage_classes_128K'
    await putConfiguration(store, place, 'lifecycle', { rules, minimumSize })
    return { TransitionDefaultMinimumObjectSize: minimumSize }
  },
})
