/**
 * The policy that IAM is given with a question about a bucket: the bucket's own, and where its grants reach the
 * public and RestrictPublicBuckets says no, a last statement that keeps everybody out but the owner's account and
 * services of AWS. IAM has one engine and one explanation for both.
 */
import type { ResourcePolicy } from '#kernel/http/operation.ts'
import { bucketArn, objectArn } from '../arns.ts'
import type { GuardedBucket } from '../buckets/guardedBucket.ts'
import { isBlocked } from '../public-access/effectiveBlock.ts'

export const POLICY_NAME = 'BucketPolicy'

export function resourcePolicyOf(bucket: GuardedBucket): ResourcePolicy | undefined {
  const { policy } = bucket.access
  if (policy === undefined) return undefined
  const { document, principals, isPublic } = policy
  const isRestricted = isPublic && isBlocked(bucket, 'RestrictPublicBuckets')
  return {
    name: POLICY_NAME,
    document: isRestricted ? withStatement(document, strangersDenied(bucket)) : document,
    ...(principals.length > 0 && { principals }),
  }
}

interface PolicyJson {
  readonly Statement: object | readonly object[]
}

function withStatement(document: string, statement: object): string {
  const policy = JSON.parse(document) as PolicyJson
  return JSON.stringify({ ...policy, Statement: [policy.Statement, statement].flat() })
}

/** Without a Sid: the policy's author may have used any. */
const strangersDenied = ({ name, account }: GuardedBucket) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucketArn(name), objectArn(name, '*')],
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalAccount': account },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  },
})
