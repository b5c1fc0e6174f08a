/**
 * ACLs of objects. In our buckets, as in every new one since April 2023, all objects are the bucket owner's
 * (BucketOwnerEnforced): only the ACLs that say just that are taken.
 */
import * as errors from '../errors.ts'
import type { PutObjectRequest } from '../model/shapes.ts'

const HARMLESS: ReadonlySet<string> = new Set(['private', 'bucket-owner-full-control'])

const CANNED: ReadonlySet<string> = new Set([
  ...HARMLESS,
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
])

/** Headers that ask for an ACL: they need s3:PutObjectAcl as well. */
export const ACL_HEADERS = [
  'x-amz-acl',
  'x-amz-grant-full-control',
  'x-amz-grant-read',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
]

type AclOptions = Pick<
  PutObjectRequest,
  'ACL' | 'GrantFullControl' | 'GrantRead' | 'GrantReadACP' | 'GrantWriteACP'
>

export function checkObjectAcl(input: AclOptions): void {
  const { ACL, GrantFullControl, GrantRead, GrantReadACP, GrantWriteACP } = input
  if (ACL !== undefined && !CANNED.has(ACL)) throw errors.invalidArgument('x-amz-acl', ACL)
  const grants = [GrantFullControl, GrantRead, GrantReadACP, GrantWriteACP]
  if (grants.some((grant) => grant !== undefined)) throw errors.aclNotSupported()
  if (ACL !== undefined && !HARMLESS.has(ACL)) throw errors.aclNotSupported()
}
