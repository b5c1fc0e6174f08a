/** boto3, where this machine has it, signs a person in through the gateway: it raises what others overlook. */
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '#sandbox/index.ts'
import { createBrowser } from '#test/identity-center/browser.ts'
import { signIn } from '#test/identity-center/world.ts'

const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0
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
  const child = spawn('python3', [witness, sandbox.endpoint, startUrl])
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

test.skipIf(!hasBoto3)('boto3 reads every answer and every refusal of a sign-in', async () => {
  const { said, complaint } = await run()
  expect(complaint).toBe('')
  expect(said.at(-1)).toEqual({ done: true })
})
