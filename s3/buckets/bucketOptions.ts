/** What CreateBucket can be told beside a name and a location: ownership, an ACL, tags; the rest is refused by name. */
import { askedAcl, checkAclOptions, hasHeaderGrants } from '../acl/askedAcl.ts'
import { isPublicAcl } from '../acl/storedAcl.ts'
import { checkBucketTags } from '../configurations/bucketTags.ts'
import * as errors from '../errors.ts'
import type { CreateBucketRequest } from '../model/shapes.ts'
import { NEW_BUCKET_ACCESS } from '../public-access/newBucketAccess.ts'
import type { BucketAccess } from '../state.ts'

type Options = Readonly<Omit<CreateBucketRequest, 'Bucket'>>

const ENFORCED = 'BucketOwnerEnforced'
const OWNERSHIPS: ReadonlySet<string> = new Set([ENFORCED, 'BucketOwnerPreferred', 'ObjectWriter'])

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

/** `private` is what a bucket is without asking. */
const asksForAcl = (options: Options): boolean =>
  hasHeaderGrants(options) || (options.ACL !== undefined && options.ACL !== 'private')

export function checkBucketOptions(options: Options): void {
  checkOwnership(options.ObjectOwnership)
  checkAclOptions(options, 'bucket')
  if (asksForAcl(options) && (options.ObjectOwnership ?? ENFORCED) === ENFORCED)
    throw errors.bucketAclWithObjectOwnership()
  if (options.ObjectLockEnabledForBucket)
    throw errors.notImplementedHeader('x-amz-bucket-object-lock-enabled')
  checkConfiguration(options.CreateBucketConfiguration)
}

function checkOwnership(ownership: string | undefined): void {
  if (ownership === undefined || OWNERSHIPS.has(ownership)) return
  throw errors.invalidArgument('x-amz-object-ownership', ownership)
}

/** What it is made with beyond what every bucket is made with; undefined where nothing. */
export function askedAccess(options: Options, owner: string): BucketAccess | undefined {
  const { ObjectOwnership: ownership = ENFORCED } = options
  if (ownership === ENFORCED) return undefined
  const acl = askedAcl(options, 'bucket', { owner, bucketOwner: owner })
  if (acl && isPublicAcl(acl)) throw errors.bucketAclWithPublicAccessBlock()
  return { ...NEW_BUCKET_ACCESS, ownership, acl }
}

/** Directory buckets say where and what they are. */
function checkConfiguration(configuration: Options['CreateBucketConfiguration']): void {
  if (configuration?.Location) throw errors.notImplementedParameter('Location')
  if (configuration?.Bucket) throw errors.notImplementedParameter('Bucket')
  if (configuration?.Tags) checkBucketTags(configuration.Tags)
}
