/** What every unmodified client must see of a sandbox that `npm start` made: it works, and it is checked. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient, Call, Through } from './awsClient.ts'
import { type IsolatedEnvironment, isolatedEnvironment, type Keys } from './isolatedEnvironment.ts'
import { runProgram } from './runProgram.ts'
import { describeSignIn } from './signInContract.ts'
import { type BuiltSandbox, startBuilt } from './startBuilt.ts'

export interface ClientUnderTest {
  readonly name: string
  /** A sentence that says why it cannot run here; undefined where it can. */
  readonly absent: string | undefined
  /** Whether it does not read AWS_ENDPOINT_URL; it finds the endpoint in what `hopscope env` writes into its HOME. */
  readonly needsRuleSets?: boolean | undefined
  /** Made once a sandbox. */
  make(environment: IsolatedEnvironment): AwsClient
}

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

    const callThrough =
      (through: Through): Call =>
      (service, operation, input, keys) =>
        client.make(environment)({
          ...{ service, operation, input, through },
          ...(!unsigned.includes(service) && { keys: keys ?? sandbox.admin }),
          endpoint: sandbox.endpoints['gateway']!,
        })

    describe.each<Through>(['option', 'environment'])('finds the endpoint in its %s', (through) => {
      beforeAll(async () => {
        if (through === 'environment' && client.needsRuleSets) await writeRuleSets(environment)
      })
      describeWork(callThrough(through), `client-test-${through}`)
      describeRefusals(callThrough(through), () => sandbox.admin)
    })

    describeSignIn(callThrough('option'), () => sandbox)
  })
}

/** The built command, as a person runs it, for the newest sandbox of this environment. */
async function writeRuleSets({ folder, of }: IsolatedEnvironment): Promise<void> {
  const args = [hopscope, 'env', '--home', folder]
  const { code, stderr } = await runProgram(process.execPath, args, { env: of(undefined) })
  if (code !== 0) throw new Error(stderr)
}

const hopscope = fileURLToPath(new URL('../../dist/hopscope.js', import.meta.url))

/** Identity Center's APIs carry proofs of their own. */
const unsigned: readonly string[] = ['sso-oidc', 'sso']

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
  ['sts', 'GetCallerIdentity', 'InvalidClientTokenId'],
  ['s3', 'ListBuckets', 'InvalidAccessKeyId'],
] as const

function describeRefusals(call: Call, admin: () => Keys): void {
  test.each(services)('a wrong secret is refused by %s', async (service, operation) => {
    const keys = { ...admin(), secretAccessKey: 'not-the-secret' }
    expect(await call(service, operation, {}, keys)).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
  })

  test.each(services)(
    '%s does not know a key that nobody has',
    async (service, operation, code) => {
      const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'test' }
      expect(await call(service, operation, {}, keys)).toMatchObject({ code })
    },
  )
}
