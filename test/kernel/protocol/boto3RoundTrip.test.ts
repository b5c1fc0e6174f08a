/** The same for boto3, which is stricter than the JavaScript SDK: one Python process sends every operation. */
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest, WireResponse } from '#kernel/http/wireRequest.ts'
import type { LinkedApi, LinkedOperation } from '#kernel/protocol/link.ts'
import { notImplemented } from '#kernel/protocol/notImplemented.ts'
import { apis, operations, protocolOf, s3, ssoOidc, sts } from './fixture/apis.ts'
import {
  answerWithSamples,
  expiresAsText,
  inputOf,
  outputOf,
  type Seen,
} from './fixture/roundTrip.ts'
import { startServer, type TestServer } from './fixture/server.ts'

type Answer = Record<string, unknown>

const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0
const notice = hasBoto3 ? '' : ' (skipped: python3 has no boto3)'

describe.skipIf(!hasBoto3)(`boto3${notice}`, () => {
  const boto3 = startBoto3()
  afterAll(() => boto3.stop())

  describe('round trip', () => {
    const seen: Seen[] = []
    const servers = new Map<LinkedApi, TestServer>()
    beforeAll(async () => {
      for (const api of apis) servers.set(api, await startServer(answerWithSamples(api, seen)))
    })
    afterAll(() => Promise.all([...servers.values()].map((server) => server.close())))

    test.each(operations)('$title', async ({ api, operation }) => {
      seen.length = 0
      const input = inputOf(operation)
      const { ResponseMetadata, ...answer } = await boto3.send(
        api.model.service,
        operation.name,
        servers.get(api)!.endpoint,
        input,
      )
      expect(ResponseMetadata).toMatchObject({ RequestId: 'id-1', RetryAttempts: 0 })
      expect(seen).toEqual([
        { operation: operation.name, input: { ...input, ...added(operation) } },
      ])
      expect(expiresAsText(answer)).toEqual(outputOf(operation))
    })
  })

  describe('refusals', () => {
    const seen: (string | undefined)[] = []
    const refusing = (api: LinkedApi, error?: AwsError) =>
      startServer((request: WireRequest): WireResponse => {
        const { name } = protocolOf(api).identify(api, request) ?? {}
        seen.push(name)
        const context = { requestId: 'id-1', head: request.method === 'HEAD' }
        return protocolOf(api).fail(api, error ?? notImplemented(api, name ?? ''), context)
      })

    test.each([
      [sts, 'GetSessionToken', {}],
      [s3, 'GetBucketAcl', { Bucket: 'sample-bucket' }],
      [ssoOidc, 'CreateTokenWithIAM', { clientId: 'sample', grantType: 'refresh_token' }],
    ] as const)('what we lack is not tried again: %#', async (api, operation, input) => {
      seen.length = 0
      const server = await refusing(api)
      const answer = await boto3.send(api.model.service, operation, server.endpoint, input)
      await server.close()
      expect(seen).toEqual([operation])
      expect(answer).toMatchObject({
        Error: {
          Code: 'NotImplemented',
          Message: `The operation ${operation} is not implemented.`,
        },
        ResponseMetadata: { HTTPStatusCode: 501, RetryAttempts: 0 },
      })
    })

    describe.each(apis.map((api) => ({ api, service: api.model.service })))(
      '$service',
      ({ api }) => {
        const { service, known } = api.model
        let server: TestServer
        beforeAll(async () => {
          server = await refusing(api)
        })
        afterAll(() => server.close())

        test.for(Object.keys(known))('%s', async (name, { skip }) => {
          seen.length = 0
          const answer = await boto3.send(service, name, server.endpoint, 'minimal')
          skip(answer['Exception'] === 'OperationNotFound', 'newer than this botocore')
          expect(seen).toEqual([twins[name] ?? name])
          expect(answer).toMatchObject({
            ResponseMetadata: { HTTPStatusCode: 501, RetryAttempts: 0 },
          })
        })
      },
    )

    test('an OAuth error is recognised by its header', async () => {
      const pending = new AwsError({
        code: 'AuthorizationPendingException',
        message: '',
        members: {
          error: 'authorization_pending',
          error_description: 'Authorization is still pending',
        },
      })
      const server = await refusing(ssoOidc, pending)
      const input = { clientId: 'a', clientSecret: 'b', grantType: 'c' }
      const answer = await boto3.send('sso-oidc', 'CreateToken', server.endpoint, input)
      await server.close()
      expect(answer).toMatchObject({
        Exception: 'AuthorizationPendingException',
        error: 'authorization_pending',
        error_description: 'Authorization is still pending',
      })
    })
  })
})

/** One route, two names: boto3 sends nothing that would tell them apart but the host. */
const twins: Readonly<Record<string, string>> = {
  GetBucketLifecycle: 'GetBucketLifecycleConfiguration',
  GetBucketNotification: 'GetBucketNotificationConfiguration',
  ListDirectoryBuckets: 'ListBuckets',
  PutBucketLifecycle: 'PutBucketLifecycleConfiguration',
  PutBucketNotification: 'PutBucketNotificationConfiguration',
}

/** boto3 always asks for encoded keys, and says by which algorithm it has summed a document. */
function added({ name, input }: LinkedOperation): Answer {
  if (name === 'ListObjectsV2') return { EncodingType: 'url' }
  const isDocument = input.payload?.shape.type !== 'blob'
  const saysAlgorithm = input.members.some((member) => member.name === 'ChecksumAlgorithm')
  return isDocument && saysAlgorithm && !SILENT.has(name) ? { ChecksumAlgorithm: 'CRC32' } : {}
}

/** Of these botocore's model does not ask for a checksum. */
const SILENT: ReadonlySet<string> = new Set(['PutBucketAccelerateConfiguration'])

function startBoto3() {
  const script = fileURLToPath(new URL('boto3_client.py', import.meta.url))
  const python = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  return {
    async send(service: string, operation: string, endpoint: string, input: object | 'minimal') {
      const call = JSON.stringify({ service, operation, endpoint, input: encoded(input) })
      python.stdin.write(`${call}\n`)
      const line = await lines.next()
      return JSON.parse(line.value ?? '{}', decoded) as Answer
    },
    stop: () => python.stdin.end(),
  }
}

function encoded(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() / 1000 }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(encoded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encoded(item)]))
}

function decoded(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$date' in value) return new Date(Number(value.$date) * 1000)
  return '$bytes' in value ? Buffer.from(String(value.$bytes), 'base64') : value
}
