/** What S3 can do here. */
import type { Operation } from '#kernel/http/operation.ts'
import { createBucket } from './createBucket.ts'
import { deleteBucket } from './deleteBucket.ts'
import { deleteBucketAnalyticsConfiguration } from './deleteBucketAnalyticsConfiguration.ts'
import { deleteBucketCors } from './deleteBucketCors.ts'
import { deleteBucketEncryption } from './deleteBucketEncryption.ts'
import { deleteBucketIntelligentTieringConfiguration } from './deleteBucketIntelligentTieringConfiguration.ts'
import { deleteBucketInventoryConfiguration } from './deleteBucketInventoryConfiguration.ts'
import { deleteBucketLifecycle } from './deleteBucketLifecycle.ts'
import { deleteBucketMetricsConfiguration } from './deleteBucketMetricsConfiguration.ts'
import { deleteBucketOwnershipControls } from './deleteBucketOwnershipControls.ts'
import { deleteBucketPolicy } from './deleteBucketPolicy.ts'
import { deleteBucketReplication } from './deleteBucketReplication.ts'
import { deleteBucketTagging } from './deleteBucketTagging.ts'
import { deleteBucketWebsite } from './deleteBucketWebsite.ts'
import { deleteObject } from './deleteObject.ts'
import { deletePublicAccessBlock } from './deletePublicAccessBlock.ts'
import { getBucketAccelerateConfiguration } from './getBucketAccelerateConfiguration.ts'
import { getBucketAcl } from './getBucketAcl.ts'
import { getBucketAnalyticsConfiguration } from './getBucketAnalyticsConfiguration.ts'
import { getBucketCors } from './getBucketCors.ts'
import { getBucketEncryption } from './getBucketEncryption.ts'
import { getBucketIntelligentTieringConfiguration } from './getBucketIntelligentTieringConfiguration.ts'
import { getBucketInventoryConfiguration } from './getBucketInventoryConfiguration.ts'
import { getBucketLifecycleConfiguration } from './getBucketLifecycleConfiguration.ts'
import { getBucketLocation } from './getBucketLocation.ts'
import { getBucketLogging } from './getBucketLogging.ts'
import { getBucketMetricsConfiguration } from './getBucketMetricsConfiguration.ts'
import { getBucketNotificationConfiguration } from './getBucketNotificationConfiguration.ts'
import { getBucketOwnershipControls } from './getBucketOwnershipControls.ts'
import { getBucketPolicy } from './getBucketPolicy.ts'
import { getBucketPolicyStatus } from './getBucketPolicyStatus.ts'
import { getBucketReplication } from './getBucketReplication.ts'
import { getBucketRequestPayment } from './getBucketRequestPayment.ts'
import { getBucketTagging } from './getBucketTagging.ts'
import { getBucketWebsite } from './getBucketWebsite.ts'
import { getObject } from './getObject.ts'
import { getObjectAcl } from './getObjectAcl.ts'
import { getPublicAccessBlock } from './getPublicAccessBlock.ts'
import { headBucket } from './headBucket.ts'
import { headObject } from './headObject.ts'
import { listBucketAnalyticsConfigurations } from './listBucketAnalyticsConfigurations.ts'
import { listBucketIntelligentTieringConfigurations } from './listBucketIntelligentTieringConfigurations.ts'
import { listBucketInventoryConfigurations } from './listBucketInventoryConfigurations.ts'
import { listBucketMetricsConfigurations } from './listBucketMetricsConfigurations.ts'
import { listBuckets } from './listBuckets.ts'
import { listObjectsV2 } from './listObjectsV2.ts'
import { optionsBucket } from './optionsBucket.ts'
import { optionsObject } from './optionsObject.ts'
import { putBucketAccelerateConfiguration } from './putBucketAccelerateConfiguration.ts'
import { putBucketAcl } from './putBucketAcl.ts'
import { putBucketAnalyticsConfiguration } from './putBucketAnalyticsConfiguration.ts'
import { putBucketCors } from './putBucketCors.ts'
import { putBucketEncryption } from './putBucketEncryption.ts'
import { putBucketIntelligentTieringConfiguration } from './putBucketIntelligentTieringConfiguration.ts'
import { putBucketInventoryConfiguration } from './putBucketInventoryConfiguration.ts'
import { putBucketLifecycleConfiguration } from './putBucketLifecycleConfiguration.ts'
import { putBucketLogging } from './putBucketLogging.ts'
import { putBucketMetricsConfiguration } from './putBucketMetricsConfiguration.ts'
import { putBucketNotificationConfiguration } from './putBucketNotificationConfiguration.ts'
import { putBucketOwnershipControls } from './putBucketOwnershipControls.ts'
import { putBucketPolicy } from './putBucketPolicy.ts'
import { putBucketReplication } from './putBucketReplication.ts'
import { putBucketRequestPayment } from './putBucketRequestPayment.ts'
import { putBucketTagging } from './putBucketTagging.ts'
import { putBucketWebsite } from './putBucketWebsite.ts'
import { putObject } from './putObject.ts'
import { putObjectAcl } from './putObjectAcl.ts'
import { putPublicAccessBlock } from './putPublicAccessBlock.ts'

export const operations: readonly Operation[] = [
  createBucket,
  headBucket,
  listBuckets,
  deleteBucket,
  getBucketLocation,
  putObject,
  getObject,
  headObject,
  deleteObject,
  listObjectsV2,
  optionsBucket,
  putBucketAccelerateConfiguration,
  getBucketAccelerateConfiguration,
  putBucketAcl,
  getBucketAcl,
  putBucketAnalyticsConfiguration,
  getBucketAnalyticsConfiguration,
  deleteBucketAnalyticsConfiguration,
  listBucketAnalyticsConfigurations,
  putBucketCors,
  getBucketCors,
  deleteBucketCors,
  putBucketEncryption,
  getBucketEncryption,
  deleteBucketEncryption,
  putBucketIntelligentTieringConfiguration,
  getBucketIntelligentTieringConfiguration,
  deleteBucketIntelligentTieringConfiguration,
  listBucketIntelligentTieringConfigurations,
  putBucketInventoryConfiguration,
  getBucketInventoryConfiguration,
  deleteBucketInventoryConfiguration,
  listBucketInventoryConfigurations,
  putBucketLifecycleConfiguration,
  getBucketLifecycleConfiguration,
  deleteBucketLifecycle,
  putBucketLogging,
  getBucketLogging,
  putBucketMetricsConfiguration,
  getBucketMetricsConfiguration,
  deleteBucketMetricsConfiguration,
  listBucketMetricsConfigurations,
  putBucketNotificationConfiguration,
  getBucketNotificationConfiguration,
  putBucketOwnershipControls,
  getBucketOwnershipControls,
  deleteBucketOwnershipControls,
  putBucketPolicy,
  getBucketPolicy,
  deleteBucketPolicy,
  getBucketPolicyStatus,
  putBucketReplication,
  getBucketReplication,
  deleteBucketReplication,
  putBucketRequestPayment,
  getBucketRequestPayment,
  putBucketTagging,
  getBucketTagging,
  deleteBucketTagging,
  putBucketWebsite,
  getBucketWebsite,
  deleteBucketWebsite,
  optionsObject,
  putObjectAcl,
  getObjectAcl,
  putPublicAccessBlock,
  getPublicAccessBlock,
  deletePublicAccessBlock,
]
