/** s3:PutBucketAcl: who is given what, where ACLs count. */
import { aclHeaders } from '../acl/aclHeaders.ts'
import { checkAclOptions } from '../acl/askedAcl.ts'
import { bucketAclToKeep } from '../acl/bucketAclToKeep.ts'
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { accessOf, guardedBucket } from '../buckets/guardedBucket.ts'
import { bucketCheck } from '../checks.ts'
import { headerKeys } from '../conditionKeys.ts'
import { bucketAccess } from '../state.ts'

export const putBucketAcl = bucketWriting(s3.PutBucketAcl, {
  authorize: async ({ input, read, facts }) => {
    const keys = headerKeys(facts.request, [...aclHeaders, 'x-amz-grant-write'])
    return [bucketCheck('s3:PutBucketAcl', await guardedBucket(read, input.Bucket), keys)]
  },

  validate: ({ input }) => checkAclOptions(input, 'bucket'),

  async handle({ input, place, caller, store }) {
    const acl = await bucketAclToKeep(store, place, caller, input)
    const access = { ...(await accessOf(store, place)), acl }
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
