/** What CreateBucket can be told beside a name and a location: defaults are taken, the rest is refused by name. */
import { checkBucketTags } from '../configurations/bucketTags.ts'
import * as errors from '../errors.ts'
import type { CreateBucketRequest } from '../model/shapes.ts'

type Options = Readonly<Omit<CreateBucketRequest, 'Bucket'>>

const CANNED_ACLS: ReadonlySet<string> = new Set([
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
])
const OWNERSHIPS: ReadonlySet<string> = new Set(['BucketOwnerPreferred', 'ObjectWriter'])

export const locationOf = ({ CreateBucketConfiguration }: Options): string | undefined =>
  CreateBucketConfiguration?.LocationConstraint

/** Actions that a request with these options needs beside s3:CreateBucket. */
export function optionChecks(options: Options): string[] {
  const actions: string[] = []
  if (asksForAcl(options)) actions.push('s3:PutBucketAcl')
  if (options.ObjectOwnership !== undefined) actions.push('s3:PutBucketOwnershipControls')
  if (options.ObjectLockEnabledForBucket)
    actions.push('s3:PutBucketVersioning', 's3:PutBucketObjectLockConfiguration')
  if (options.CreateBucketConfiguration?.Tags) actions.push('s3:TagResource')
  return actions
}

const hasGrants = (options: Options): boolean =>
  [
    options.GrantFullControl,
    options.GrantRead,
    options.GrantReadACP,
    options.GrantWrite,
    options.GrantWriteACP,
  ].some((grant) => grant !== undefined)

/** `private` is what a bucket is without asking. */
const asksForAcl = (options: Options): boolean =>
  hasGrants(options) || (options.ACL !== undefined && options.ACL !== 'private')

export function checkBucketOptions(options: Options): void {
  checkOwnership(options.ObjectOwnership)
  checkAcl(options)
  if (options.ObjectLockEnabledForBucket)
    throw errors.notImplementedHeader('x-amz-bucket-object-lock-enabled')
  checkConfiguration(options.CreateBucketConfiguration)
}

function checkOwnership(ownership: string | undefined): void {
  if (ownership === undefined || ownership === 'BucketOwnerEnforced') return
  if (OWNERSHIPS.has(ownership)) throw errors.notImplementedHeader('x-amz-object-ownership')
  throw errors.invalidArgument('x-amz-object-ownership', ownership)
}

function checkAcl(options: Options): void {
  const { ACL } = options
  if (ACL !== undefined && !CANNED_ACLS.has(ACL)) throw errors.invalidArgument('x-amz-acl', ACL)
  if (asksForAcl(options)) throw errors.bucketAclWithObjectOwnership()
}

/** Directory buckets say where and what they are. */
function checkConfiguration(configuration: Options['CreateBucketConfiguration']): void {
  if (configuration?.Location) throw errors.notImplementedParameter('Location')
  if (configuration?.Bucket) throw errors.notImplementedParameter('Bucket')
  if (configuration?.Tags) checkBucketTags(configuration.Tags)
}
