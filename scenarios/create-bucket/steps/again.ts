/** Two more requests on the same credentials: nobody signs in again, only hops 9 to 12 repeat. */
import { ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { s3Client } from '../s3Client.ts'
import type { World } from '../world.ts'

export async function putObject(world: World): Promise<void> {
  const { bucket } = world.cast
  await s3Client(world).send(
    new PutObjectCommand({ Bucket: bucket, Key: 'hello.txt', Body: 'hello world' }),
  )
}

export async function listBuckets(world: World): Promise<void> {
  await s3Client(world).send(new ListBucketsCommand({}))
}
