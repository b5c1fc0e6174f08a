/** The request that all of this was for. The SDK signs it, with the sandbox's time; another signer signs it again. */
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { s3Client } from '../s3Client.ts'
import { signedByAnotherHand } from '../signedByAnotherHand.ts'
import type { World } from '../world.ts'

export async function createBucket(world: World): Promise<void> {
  try {
    await s3Client(world).send(new CreateBucketCommand({ Bucket: world.cast.bucket }))
  } finally {
    const signature = await signedByAnotherHand(world)
    if (signature !== undefined) world.signedAgain = signature
  }
}
