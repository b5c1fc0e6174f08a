/** s3:ListAllMyBuckets: the caller's own buckets, in all regions, by name. */

import { operation, s3 } from '../api.ts'
import { ALL_BUCKETS } from '../arns.ts'
import { callAudit } from '../audit.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { denied } from '../denied.ts'
import * as errors from '../errors.ts'
import { continuationToken, readContinuationToken } from '../listing/continuationToken.ts'
import type { ListBucketsRequest } from '../model/shapes.ts'
import { type Bucket, buckets } from '../state.ts'

const MAX_BUCKETS = 10_000

export const listBuckets = operation(s3.ListBuckets, {
  access: 'read',

  authorize: () => [{ action: 's3:ListAllMyBuckets', resource: ALL_BUCKETS }],

  /** S3 names no resource here: the action has none. */
  deny: (decision, caller) => {
    const message = decision.message?.replace(` on resource: "${ALL_BUCKETS}"`, '')
    return denied(message === undefined ? decision : { ...decision, message }, caller)
  },

  validate: ({ input, caller }) => {
    const { MaxBuckets, ContinuationToken } = input
    if (MaxBuckets !== undefined && (MaxBuckets < 1 || MaxBuckets > MAX_BUCKETS))
      throw errors.invalidArgument(
        'max-buckets',
        String(MaxBuckets),
        `Argument max-buckets must be an integer between 1 and ${MAX_BUCKETS}`,
      )
    if (ContinuationToken !== undefined && !startOf(ContinuationToken, caller.accountId))
      throw errors.invalidContinuationToken(ContinuationToken)
  },

  async handle({ input, caller, store }) {
    const account = caller.accountId
    const limit = input.MaxBuckets ?? MAX_BUCKETS
    const start = input.ContinuationToken && startOf(input.ContinuationToken, account)
    const range = { prefix: input.Prefix, after: start || undefined }
    const owned = await store.list(buckets, { account, region: '' }, range)
    const wanted = owned.filter(({ value }) => isWanted(value, input))
    const last = wanted.length > limit ? wanted[limit - 1]! : undefined
    return {
      Owner: { ID: await canonicalUserId(store, account) },
      Buckets: wanted.slice(0, limit).map(({ key, value }) => shown(key, value, input)),
      Prefix: input.Prefix,
      ContinuationToken: last && continuationToken(account, { kind: 'key', text: last.key }),
    }
  },

  audit: callAudit,
})

const startOf = (token: string, account: string) => readContinuationToken(account, token)?.text

const isWanted = ({ region }: Bucket, { BucketRegion }: ListBucketsRequest) =>
  BucketRegion === undefined || BucketRegion === region

/** Without any parameter the answer is the one of 2006, which named no regions. */
function shown(Name: string, { createdAt, region }: Bucket, asked: ListBucketsRequest) {
  const isPaginated = Object.values(asked).some((value) => value !== undefined)
  const bucket = { Name, CreationDate: new Date(createdAt) }
  return isPaginated ? { ...bucket, BucketRegion: region } : bucket
}
