/** What every unmodified client must see of a sandbox that `npm start` made: it works, and it is checked. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient, ClientAnswer, ClientCall, Through } from './awsClient.ts'
import { type IsolatedEnvironment, isolatedEnvironment, type Keys } from './isolatedEnvironment.ts'
import { type BuiltSandbox, startBuilt } from './startBuilt.ts'

export interface ClientUnderTest {
  readonly name: string
  /** A sentence that says why it cannot run here; undefined where it can. */
  readonly absent: string | undefined
  /** A sentence that says why it cannot be told of an endpoint in this way. */
  cannot?(through: Through): string | undefined
  /** Made once a sandbox. */
  make(environment: IsolatedEnvironment): AwsClient
}

type Call = (
  service: ClientCall['service'],
  operation: string,
  input?: Readonly<Record<string, unknown>>,
  keys?: Keys,
) => Promise<ClientAnswer>

export function describeClient(client: ClientUnderTest): void {
  describe(client.name, () => {
    let environment: IsolatedEnvironment
    let sandbox: BuiltSandbox
    beforeAll(async () => {
      if (client.absent !== undefined) return
      environment = await isolatedEnvironment()
      sandbox = await startBuilt([], environment.of(undefined))
    })
    afterAll(async () => {
      await sandbox?.stop()
      await environment?.remove()
    })
    beforeEach(({ skip }) => skip(client.absent !== undefined, client.absent))

    describe.each<Through>(['option', 'environment'])('finds the endpoint in its %s', (through) => {
      const cannot = client.cannot?.(through)
      beforeEach(({ skip }) => skip(cannot !== undefined, cannot))

      const call: Call = (service, operation, input, keys = sandbox.admin) =>
        client.make(environment)({
          ...{ service, operation, input, keys, through },
          endpoint: sandbox.endpoints['gateway']!,
        })

      describeWork(call, `client-test-${through}`)
      describeRefusals(call, () => sandbox.admin)
    })
  })
}

function describeWork(call: Call, Bucket: string): void {
  test('GetCallerIdentity names the owner of the key', async () => {
    expect(await call('sts', 'GetCallerIdentity')).toMatchObject({
      output: { Account: '000000000000', Arn: 'arn:aws:iam::000000000000:user/admin' },
    })
  })

  test('a bucket is made, filled, read, listed, emptied and removed', async () => {
    const Key = 'notes/día 1.txt'
    const Body = 'A bucket of one’s own.'
    expect(await call('s3', 'CreateBucket', { Bucket })).toMatchObject({ output: {} })
    expect(await call('s3', 'PutObject', { Bucket, Key, Body })).toMatchObject({ output: {} })
    expect(await call('s3', 'GetObject', { Bucket, Key })).toMatchObject({ output: { Body } })
    expect(await call('s3', 'ListObjectsV2', { Bucket })).toMatchObject({
      output: { Contents: [{ Key, Size: Buffer.byteLength(Body) }] },
    })
    expect(await bucketNames(call)).toContain(Bucket)
    expect(await call('s3', 'DeleteBucket', { Bucket })).toMatchObject({ code: 'BucketNotEmpty' })
    expect(await call('s3', 'DeleteObject', { Bucket, Key })).toMatchObject({ output: {} })
    expect(await call('s3', 'DeleteBucket', { Bucket })).toMatchObject({ output: {} })
    expect(await bucketNames(call)).not.toContain(Bucket)
  })
}

async function bucketNames(call: Call): Promise<(string | undefined)[]> {
  const { output } = await call('s3', 'ListBuckets')
  const { Buckets = [] } = output as { Buckets?: { Name?: string }[] }
  return Buckets.map(({ Name }) => Name)
}

const services = [
  { service: 'sts', operation: 'GetCallerIdentity', unknown: 'InvalidClientTokenId' },
  { service: 's3', operation: 'ListBuckets', unknown: 'InvalidAccessKeyId' },
] as const

function describeRefusals(call: Call, admin: () => Keys): void {
  test.each(services)('a wrong secret is refused by $service', async ({ service, operation }) => {
    const keys = { ...admin(), secretAccessKey: 'not-the-secret' }
    expect(await call(service, operation, {}, keys)).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
  })

  test.each(services)('$service does not know a key that nobody has', async (row) => {
    const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'test' }
    expect(await call(row.service, row.operation, {}, keys)).toMatchObject({ code: row.unknown })
  })
}
