/** An S3 client of AWS's SDK with the credentials at hand; it signs with the sandbox's time. */
import { S3Client } from '@aws-sdk/client-s3'
import { brought, type World } from './world.ts'

export function s3Client(world: World): S3Client {
  const { sandbox } = world
  const { accessKeyId, secretAccessKey, sessionToken } = brought(world.credentials, 'credentials')
  return new S3Client({
    endpoint: sandbox.endpoints['s3'] ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    systemClockOffset: sandbox.clock.offset(),
    maxAttempts: 1,
  })
}
