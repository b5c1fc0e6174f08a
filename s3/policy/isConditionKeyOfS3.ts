/**
 * The condition keys of S3's own that a bucket policy can hold a condition on (Service Authorization Reference,
 * "Condition keys for Amazon S3"), without `s3:`. Lines of names: one is added where AWS adds a key.
 */

const PLAIN = [
  'AccessGrantScope AccessGrantsInstanceArn AccessGrantsLocationScope',
  'AccessPointNetworkOrigin DataAccessPointAccount DataAccessPointArn ExistingJobOperation',
  'ExistingJobPriority InventoryAccessibleOptionalFields JobSuspendedCause',
  'ObjectCreationOperation RequestJobOperation RequestJobPriority RequestObjectTagKeys',
  'ResourceAccount TlsVersion annotation-prefix authType delimiter deliverySourceArn',
  'destinationRegion if-match if-none-match isReplicationPauseRequest locationconstraint',
  'logType max-annotation-results max-keys object-lock-event-hold',
  'object-lock-event-hold-duration-days object-lock-legal-hold object-lock-mode',
  'object-lock-remaining-retention-days object-lock-retain-until-date prefix',
  'resourceArnBeingAuthorized signatureAge signatureversion versionid x-amz-acl',
  'x-amz-bucket-namespace x-amz-content-sha256 x-amz-copy-source x-amz-grant-full-control',
  'x-amz-grant-read x-amz-grant-read-acp x-amz-grant-write x-amz-grant-write-acp',
  'x-amz-metadata-directive x-amz-object-annotation-directive x-amz-object-if-match',
  'x-amz-object-ownership x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-customer-algorithm x-amz-storage-class',
  'x-amz-website-redirect-location',
]

/** Of these a name follows: `s3:ExistingObjectTag/team`. */
const NAMED = ['AccessPointTag', 'BucketTag', 'ExistingObjectTag', 'RequestObjectTag']

const names = PLAIN.flatMap((line) => line.split(' ')).map((name) => name.toLowerCase())
const known: ReadonlySet<string> = new Set(names)
const prefixes = NAMED.map((name) => `${name.toLowerCase()}/`)

/** Names of keys have no case. */
export function isConditionKeyOfS3(name: string): boolean {
  const lower = name.toLowerCase()
  return known.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix))
}
