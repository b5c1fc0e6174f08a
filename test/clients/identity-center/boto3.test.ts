/** boto3, where this machine has it, signs a person in through the gateway: it raises what others overlook. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '#sandbox/index.ts'
import { createBrowser } from '#test/identity-center/browser.ts'
import { signIn } from '#test/identity-center/world.ts'
import { findClient } from '../awsClients.ts'

const boto3 = await findClient('boto3')
const witness = fileURLToPath(new URL('boto3Witness.py', import.meta.url))

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

async function approve(url: string): Promise<void> {
  const browser = createBrowser()
  await browser.submit(await signIn(browser, url), { decision: 'allow' })
}

/** Its lines, and what it complained of. */
async function run(): Promise<{ said: Record<string, unknown>[]; complaint: string }> {
  const startUrl = `${sandbox.endpoints['identity-center']}/start`
  const child = spawn(boto3!.file, [witness, sandbox.endpoint, startUrl])
  const said: Record<string, unknown>[] = []
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += text
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const fact = JSON.parse(line) as Record<string, unknown>
    said.push(fact)
    if (typeof fact['open'] === 'string') await approve(fact['open'])
  }
  return { said, complaint }
}

test.skipIf(!boto3)('boto3 reads every answer and every refusal of a sign-in', async () => {
  const { said, complaint } = await run()
  expect(complaint).toBe('')
  expect(said.at(-1)).toEqual({ done: true })
})
