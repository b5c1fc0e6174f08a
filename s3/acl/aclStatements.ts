/**
 * An ACL as statements of a policy: IAM's engine then judges both, and explains both (S3 User Guide, "Mapping of
 * ACL permissions and access policy permissions").
 */
import { bucketArn, objectArn } from '../arns.ts'
import {
  type AclPermission,
  ALL_USERS,
  AUTHENTICATED_USERS,
  type Grantee,
  type StoredAcl,
  type StoredGrant,
} from './storedAcl.ts'

type Actions = Readonly<Partial<Record<AclPermission, readonly string[]>>>

const ON_BUCKET: Actions = {
  READ: ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
  READ_ACP: ['s3:GetBucketAcl'],
  WRITE_ACP: ['s3:PutBucketAcl'],
}
/** Of a bucket's WRITE, what it allows on its objects. */
const IN_BUCKET: Actions = { WRITE: ['s3:PutObject'] }
const ON_OBJECT: Actions = {
  READ: ['s3:GetObject', 's3:GetObjectVersion'],
  READ_ACP: ['s3:GetObjectAcl', 's3:GetObjectVersionAcl'],
  WRITE_ACP: ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'],
}

export const bucketAclStatements = (bucket: string, acl: StoredAcl): object[] => [
  ...statements(acl, ON_BUCKET, bucketArn(bucket)),
  ...statements(acl, IN_BUCKET, objectArn(bucket, '*')),
]

/** The check is about this one object: its ACL need not name it. */
export const objectAclStatements = (bucket: string, acl: StoredAcl): object[] =>
  statements(acl, ON_OBJECT, objectArn(bucket, '*'))

const statements = (acl: StoredAcl, actions: Actions, resource: string): object[] =>
  acl.flatMap((grant) => {
    const allowed = actionsOf(grant, actions)
    if (allowed.length === 0) return []
    return [{ Effect: 'Allow', ...principalOf(grant.grantee), Action: allowed, Resource: resource }]
  })

const actionsOf = ({ permission }: StoredGrant, actions: Actions): readonly string[] =>
  permission === 'FULL_CONTROL' ? Object.values(actions).flat() : (actions[permission] ?? [])

function principalOf(grantee: Grantee): object {
  if ('id' in grantee) return { Principal: { CanonicalUser: grantee.id } }
  if (grantee.uri === ALL_USERS) return { Principal: '*' }
  if (grantee.uri === AUTHENTICATED_USERS)
    return {
      Principal: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalType': 'Anonymous' } },
    }
  return { Principal: { Service: 'logging.s3.amazonaws.com' } }
}
