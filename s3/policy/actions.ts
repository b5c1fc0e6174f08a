/**
 * The actions that a bucket policy can speak of, by the level that they are asked on (Service Authorization
 * Reference, "Actions defined by Amazon S3"). Lines of names: one is added where AWS adds an action.
 */

const ON_BUCKETS = [
  'AllowVendedLogDeliveryForResource CreateBucket CreateBucketMetadataTableConfiguration',
  'DeleteBucket DeleteBucketMetadataTableConfiguration DeleteBucketPolicy',
  'DeleteBucketWebsite GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac',
  'GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging',
  'GetBucketMetadataTableConfiguration GetBucketNotification',
  'GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy',
  'GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment',
  'GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration',
  'GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration',
  'GetMetricsConfiguration GetReplicationConfiguration ListBucket',
  'ListBucketMultipartUploads ListBucketVersions ListTagsForResource PauseReplication',
  'PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl',
  'PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration',
  'PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock',
  'PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite',
  'PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration',
  'PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration',
  'TagResource UntagResource UpdateBucketMetadataAnnotationTableConfiguration',
  'UpdateBucketMetadataInventoryTableConfiguration',
  'UpdateBucketMetadataJournalTableConfiguration',
]

const ON_OBJECTS = [
  'AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectAnnotation',
  'DeleteObjectTagging DeleteObjectVersion DeleteObjectVersionAnnotation',
  'DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAnnotation',
  'GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging',
  'GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation',
  'GetObjectVersionAnnotationForReplication GetObjectVersionAttributes',
  'GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent',
  'InitiateReplication ListMultipartUploadParts ListObjectAnnotations',
  'ListObjectVersionAnnotations ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl',
  'PutObjectAnnotation PutObjectLegalHold PutObjectRetention PutObjectTagging',
  'PutObjectVersionAcl PutObjectVersionAnnotation PutObjectVersionTagging ReplicateDelete',
  'ReplicateObject ReplicateObjectAnnotation ReplicateTags RestoreObject',
  'UpdateObjectEncryption',
]

export type Level = 'bucket' | 'object'

const names = (lines: readonly string[]) => lines.flatMap((line) => line.split(' '))

export const actionsOn: Readonly<Record<Level, readonly string[]>> = {
  bucket: names(ON_BUCKETS),
  object: names(ON_OBJECTS),
}
