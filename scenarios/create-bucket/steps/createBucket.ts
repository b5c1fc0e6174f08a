/** The request that all of this was for. The SDK signs it, with the sandbox's time. */
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { s3Client } from '../s3Client.ts'
import type { World } from '../world.ts'

export async function createBucket(world: World): Promise<void> {
  await s3Client(world).send(new CreateBucketCommand({ Bucket: world.cast.bucket }))
}
