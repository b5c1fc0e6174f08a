/**
 * The policy that IAM is given with a question: the bucket's own, and beside its statements those that say the same
 * as S3's other means: ACLs where they count, and RestrictPublicBuckets where a public policy is kept from the
 * public. IAM has one engine and one explanation for all of them.
 */
import type { ResourcePolicy } from '#kernel/http/operation.ts'
import { bucketAclStatements, objectAclStatements } from '../acl/aclStatements.ts'
import { hasAcls } from '../acl/hasAcls.ts'
import { isPublicGrant, type StoredAcl } from '../acl/storedAcl.ts'
import { bucketArn, objectArn } from '../arns.ts'
import type { GuardedBucket } from '../buckets/guardedBucket.ts'
import { isBlocked } from '../public-access/effectiveBlock.ts'

export const POLICY_NAME = 'BucketPolicy'
const ACL_NAME = 'AccessControlList'

/** `object`: the question is about the bucket's object, where it has one. */
export type Subject = 'bucket' | 'object'

export function resourcePolicyOf(
  bucket: GuardedBucket,
  subject: Subject,
): ResourcePolicy | undefined {
  const { policy } = bucket.access
  const acls = hasAcls(bucket.access) ? aclStatements(bucket, subject) : []
  if (policy === undefined)
    return acls.length > 0 ? { name: ACL_NAME, document: documentOf(acls) } : undefined
  const document = policyDocument(bucket, subject, acls)
  if (document === undefined) return undefined
  const { principals } = policy
  return {
    name: acls.length > 0 ? `${POLICY_NAME}, ${ACL_NAME}` : POLICY_NAME,
    document,
    ...(principals.length > 0 && { principals }),
  }
}

/** The account that the thing belongs to: where ACLs count, an object can be its writer's. */
export const ownerOf = ({ account, access, object }: GuardedBucket, subject: Subject): string =>
  subject === 'object' && hasAcls(access) ? (object?.owner?.account ?? account) : account

/** Undefined where nothing of it counts. */
function policyDocument(
  bucket: GuardedBucket,
  subject: Subject,
  acls: readonly object[],
): string | undefined {
  const { document, isPublic } = bucket.access.policy!
  const isRestricted = isPublic && isBlocked(bucket, 'RestrictPublicBuckets')
  const isForeign = ownerOf(bucket, subject) !== bucket.account
  if (!isRestricted && !isForeign && acls.length === 0) return document
  const policy = JSON.parse(document) as PolicyJson
  const own = [policy.Statement].flat()
  // The bucket's owner cannot give what is not theirs; they can keep everybody from it.
  const statements = isForeign ? own.filter(({ Effect }) => Effect === 'Deny') : own
  const more = isRestricted ? [strangersDenied(bucket), ...acls] : acls
  const counting = [...statements, ...more]
  return counting.length === 0 ? undefined : JSON.stringify({ ...policy, Statement: counting })
}

interface StatementJson {
  readonly Effect?: unknown
}

interface PolicyJson {
  readonly Statement: StatementJson | readonly StatementJson[]
}

const documentOf = (Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement })

function aclStatements(bucket: GuardedBucket, subject: Subject): object[] {
  const { name, access, object } = bucket
  const ignoresPublic = isBlocked(bucket, 'IgnorePublicAcls')
  const counting = (acl: StoredAcl = []) =>
    ignoresPublic ? acl.filter((grant) => !isPublicGrant(grant)) : acl
  return [
    ...bucketAclStatements(name, counting(access.acl)),
    ...(subject === 'object' ? objectAclStatements(name, counting(object?.acl)) : []),
  ]
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
