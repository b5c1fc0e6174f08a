/** Every operation that the real SDKs can send is known here, and refused by name where we lack it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WireRequest, WireResponse } from '#kernel/http/wireRequest.ts'
import { notImplemented } from '#kernel/protocol/notImplemented.ts'
import { readSdk, type SdkOperation } from '../../../tools/gen-shapes/readSdk.ts'
import type { SdkSchema } from '../../../tools/gen-shapes/sdkSchema.ts'
import { apis, protocolOf } from './fixture/apis.ts'
import { type SdkClient, sdkClient, sdkCommand } from './fixture/clients.ts'
import { startServer, type TestServer } from './fixture/server.ts'

/** The SDK never had commands for these: S3's newer names took their place. */
const deprecatedTwins = [
  'GetBucketLifecycle',
  'GetBucketNotification',
  'PutBucketLifecycle',
  'PutBucketNotification',
]

interface SdkError {
  readonly name: string
  readonly message: string
  readonly $metadata: { readonly httpStatusCode: number; readonly attempts: number }
}

describe.each(apis.map((api) => ({ api, service: api.model.service })))('$service', (row) => {
  const { api, service } = row
  const protocol = protocolOf(api)
  let server: TestServer
  let client: SdkClient
  let schemas: ReadonlyMap<string, SdkOperation>
  let seen: (string | undefined)[] = []

  const refuse = (request: WireRequest): WireResponse => {
    const name = protocol.identify(api, request)?.name
    seen.push(name)
    const error = name ? notImplemented(api, name) : protocol.unknown(api, request)
    return protocol.fail(api, error, { requestId: 'id-1', head: request.method === 'HEAD' })
  }

  beforeAll(async () => {
    server = await startServer(refuse)
    client = sdkClient(service, server.endpoint)
    schemas = (await readSdk(`client-${service}`)).operations
  })
  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  test('the table knows every operation of the SDK', () => {
    const known = Object.keys(api.model.known)
    expect(known).toEqual(expect.arrayContaining([...schemas.keys()]))
  })

  test('only deprecated twins have no command in the SDK', () => {
    const without = Object.keys(api.model.known).filter((name) => !sdkCommand(service, name))
    expect(without).toEqual(service === 's3' ? deprecatedTwins : [])
  })

  const sendable = Object.keys(api.model.known).filter((name) => !deprecatedTwins.includes(name))

  test.each(sendable)('%s is identified, and refused by name without a retry', async (name) => {
    const Command = sdkCommand(service, name)!
    seen = []
    const input = minimal(schemas.get(name)!.input)
    const error = await client.send(new Command(input)).then(
      () => undefined,
      (reason: SdkError) => reason,
    )
    expect(seen).toEqual([name])
    expect(error?.$metadata).toMatchObject({ httpStatusCode: 501, attempts: 1 })
    if (!name.startsWith('Head'))
      expect(error).toMatchObject({
        name: 'NotImplemented',
        message: `The operation ${name} is not implemented.`,
      })
  })
})

/** Required members only, and the bytes of an upload (the SDK warns of a stream without length). */
function minimal(schema: SdkSchema): Record<string, unknown> {
  const required = [...schema.members].filter(([, it]) => it.required || it.schema().stream)
  return Object.fromEntries(
    required.map(([name, member]) => [name, minimalValue(name, member.schema())]),
  )
}

function minimalValue(name: string, schema: SdkSchema): unknown {
  switch (schema.kind) {
    case 'structure':
      return schema.union ? {} : minimal(schema)
    case 'list':
      return [minimalValue(name, schema.of!)]
    case 'map':
      return {}
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'timestamp':
      return new Date('2026-11-24T15:30:35Z')
    case 'blob':
      return Buffer.from('x')
    default:
      return name === 'Bucket' ? 'sample-bucket' : 'sample'
  }
}
