/** Names of S3's resources in policies: no region, no account, since bucket names are global. */

export const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`

export const objectArn = (bucket: string, key: string): string => `arn:aws:s3:::${bucket}/${key}`

/** What `s3:ListAllMyBuckets` is asked on: matched by `*` and by `arn:aws:s3:::*`, by the ARN of no one bucket. */
export const ALL_BUCKETS = bucketArn('*')
