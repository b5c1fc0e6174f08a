/** What the AWS SDK for JavaScript sends we parse, and what we write it parses: all members of all operations. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from './fixture/apis.ts'
import { type SdkClient, sdkClient, sdkCommand } from './fixture/clients.ts'
import {
  answerWithSamples,
  expiresAsText,
  inputOf,
  outputOf,
  type Seen,
} from './fixture/roundTrip.ts'
import { startServer, type TestServer } from './fixture/server.ts'

describe.each(apis.map((api) => ({ api, service: api.model.service })))('$service', (row) => {
  const { api, service } = row
  let seen: Seen[] = []
  let server: TestServer
  let client: SdkClient

  beforeAll(async () => {
    server = await startServer((request) => answerWithSamples(api, seen)(request))
    client = sdkClient(service, server.endpoint)
  })
  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  test.each([...api.operations.values()])('$name', async (operation) => {
    seen = []
    const input = inputOf(operation)
    const Command = sdkCommand(service, operation.name)!
    const { $metadata, ...output } = await client.send(new Command(asSdkInput(input)))
    expect(seen).toEqual([{ operation: operation.name, input }])
    expect($metadata).toMatchObject({ requestId: 'id-1', attempts: 1 })
    expect(await asOurs(output)).toEqual(outputOf(operation))
  })
})

/** The SDK makes a date of S3's `Expires`. */
function asSdkInput(input: Record<string, unknown>): Record<string, unknown> {
  return 'Expires' in input ? { ...input, Expires: new Date(String(input['Expires'])) } : input
}

async function asOurs(output: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { Body, ...rest } = expiresAsText(output)
  return isStream(Body) ? { ...rest, Body: Buffer.from(await Body.transformToByteArray()) } : rest
}

function isStream(body: unknown): body is { transformToByteArray(): Promise<Uint8Array> } {
  return typeof body === 'object' && body !== null && 'transformToByteArray' in body
}
