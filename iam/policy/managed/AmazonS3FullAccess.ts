/** AWS managed policy: all of S3. */
import { managedPolicy } from './managedPolicy.ts'

export const AmazonS3FullAccess = managedPolicy({
  name: 'AmazonS3FullAccess',
  policyId: 'ANPAIFIR6V6BVTRAHWINE',
  description: 'Provides full access to all buckets via the AWS Management Console.',
  defaultVersionId: 'v2',
  createDate: '2015-02-06T18:40:58Z',
  updateDate: '2021-09-27T20:16:37Z',
  statements: [{ Effect: 'Allow', Action: ['s3:*', 's3-object-lambda:*'], Resource: '*' }],
})
