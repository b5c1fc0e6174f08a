/** Where an inventory shall be written: a bucket, by its ARN. */
import { bucketArn } from '../arns.ts'
import { syntaxProblem } from '../buckets/bucketName.ts'
import * as errors from '../errors.ts'
import type { InventoryConfiguration } from '../model/shapes.ts'

const PREFIX = bucketArn('')

export function checkInventoryDestination({ Destination }: InventoryConfiguration): void {
  const { Bucket } = Destination.S3BucketDestination
  if (!Bucket.startsWith(PREFIX) || syntaxProblem(Bucket.slice(PREFIX.length)))
    throw errors.invalidDestinationBucket()
}
