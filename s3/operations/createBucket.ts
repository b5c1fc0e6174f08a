/** s3:CreateBucket: takes a name that no account has, in the region that the request is signed for. */

import { aclHeaders } from '../acl/aclHeaders.ts'
import { operation, s3 } from '../api.ts'
import { bucketArn } from '../arns.ts'
import { callAudit } from '../audit.ts'
import { askedNamespace } from '../buckets/askedNamespace.ts'
import { creationProblem } from '../buckets/bucketName.ts'
import {
  askedAccess,
  checkBucketOptions,
  locationOf,
  optionChecks,
} from '../buckets/bucketOptions.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { CLASSIC_REGION, checkLocationConstraint } from '../buckets/locationConstraint.ts'
import { headerKeys, tagKeys } from '../conditionKeys.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import { type BucketName, bucketAccess, bucketNames, buckets, NOBODY } from '../state.ts'

/** General purpose buckets of one account, without asking for more ("Quotas, restrictions, and limitations"). */
export const BUCKET_QUOTA = 10_000

const CONDITION_HEADERS = [
  ...aclHeaders,
  'x-amz-grant-write',
  'x-amz-object-ownership',
  'x-amz-bucket-namespace',
]

export const createBucket = operation(s3.CreateBucket, {
  access: 'write',

  /** The bucket would be the caller's own. */
  authorize: ({ input, caller, facts }) => {
    const location = locationOf(input)
    const context = {
      ...headerKeys(facts.request, CONDITION_HEADERS),
      ...tagKeys(input.CreateBucketConfiguration?.Tags),
      ...(location !== undefined && { 's3:LocationConstraint': [location] }),
      's3:ResourceAccount': [caller.accountId],
    }
    const resource = bucketArn(input.Bucket)
    const actions = ['s3:CreateBucket', ...optionChecks(input)]
    return actions.map((action) => ({ action, resource, context }))
  },

  validate: ({ input, caller, facts }) => {
    const own = { account: caller.accountId, region: facts.region }
    const problem = creationProblem(input.Bucket, askedNamespace(input.BucketNamespace, own))
    if (problem) throw errors.invalidBucketName(input.Bucket, problem)
    checkLocationConstraint(locationOf(input), facts.region)
    checkBucketOptions(input)
  },

  /** Names belong to nobody until they are taken. */
  locks: () => [NOBODY.account],

  async handle({ input, caller, facts, clock, store, decisions, explain }) {
    const name = input.Bucket
    const account = caller.accountId
    const { region } = facts
    const taken = await store.get(bucketNames, NOBODY, name)
    explain('s3', { bucket: name, region, isNameFree: !taken, decision: decisions[0]?.decision })
    if (taken) {
      if (taken.value.account !== account)
        explain('badge', { badge: 'globalBucketNames', bucket: name })
      refuseTaken(name, taken.value, { account, region })
      return { Location: `/${name}` }
    }
    const owned = await store.list(buckets, { account, region: '' }, { limit: BUCKET_QUOTA })
    if (owned.length >= BUCKET_QUOTA) throw errors.tooManyBuckets()
    const bucket = { region, locationConstraint: locationOf(input), createdAt: clock.now() }
    await store.put(bucketNames, NOBODY, name, { account, region }, { ifVersion: null })
    await store.put(buckets, { account, region: '' }, name, bucket, { ifVersion: null })
    const access = askedAccess(input, await canonicalUserId(store, account))
    if (access) await store.put(bucketAccess, { account, region: '' }, name, access)
    const tags = input.CreateBucketConfiguration?.Tags
    if (tags?.length)
      await putConfiguration(store, { name, account, region }, 'tagging', { TagSet: tags })
    // SIMPLIFICATION: outside us-east-1 S3 gives the bucket's own host name, which does not lead here.
    return { Location: `/${name}` }
  },

  audit: callAudit,
})

/** In S3's first region, and only there, to make one's own bucket again has always succeeded. */
function refuseTaken(name: string, taken: BucketName, asked: BucketName): void {
  if (taken.account !== asked.account) throw errors.bucketAlreadyExists(name)
  const isClassic = taken.region === CLASSIC_REGION && asked.region === CLASSIC_REGION
  if (!isClassic) throw errors.bucketAlreadyOwnedByYou(name)
}
