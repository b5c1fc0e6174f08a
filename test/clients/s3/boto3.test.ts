/** boto3, where this machine has it: a client that raises where others look away. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, startS3 } from '#test/s3/s3World.ts'
import { findClient } from '../awsClients.ts'

const boto3 = await findClient('boto3')
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

let world: S3World
beforeAll(async () => {
  world = await startS3()
})
afterAll(() => world.close())

function run(witness: string): Promise<{ code: number | null; output: string }> {
  const env = {
    ...process.env,
    WITNESS_KEY: ana.accessKeyId,
    WITNESS_SECRET: ana.secretAccessKey,
    WITNESS_ACCOUNT: ana.accountId,
  }
  const child = spawn(boto3!.file, [fileOf(witness), world.url], { env })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}

describe('boto3', () => {
  test.skipIf(!boto3).each([
    ['of objects', 'boto3Witness.py'],
    ['of what a bucket can be told', 'boto3BucketsWitness.py'],
  ])('reads every answer and every refusal %s', async (_, witness) => {
    const { code, output } = await run(witness)
    expect(output).toMatch(/\ndone\n$/)
    expect(code).toBe(0)
  })
})
