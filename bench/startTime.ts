/** W9 and W10: from spawning the built command to its first signed answer, and what it holds when idle. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { endWithUs } from './endWithUs.ts'
import { load } from './load.ts'

/** The built command. */
export const command = 'dist/hopscope.js'

export interface Started {
  readonly toReadyMs: number
  readonly toFirstAnswerMs: number
  readonly idleRssMiB: number
}

/** The middle one of three: the first also pays for a disk that has not read the file yet. */
export async function measureStarts(hops: 'local' | 'http'): Promise<Started> {
  const starts: Started[] = []
  for (let count = 0; count < 3; count++) starts.push(await measureStart(hops))
  return starts.sort((a, b) => a.toFirstAnswerMs - b.toFirstAnswerMs)[1]!
}

async function measureStart(hops: 'local' | 'http'): Promise<Started> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [command, 'start', '--json', '--port', '0', '--hops', hops, '--record', 'off'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  endWithUs(child)
  try {
    const [line] = (await new Promise<string[]>((resolve) => {
      createInterface({ input: child.stdout }).once('line', (text) => resolve([text]))
    })) as [string]
    const toReadyMs = performance.now() - started
    const { endpoints } = JSON.parse(line) as { endpoints: { gateway: string } }
    const { gateway } = endpoints
    const { failed } = await load({
      endpoints: { sts: gateway, iam: gateway, s3: gateway },
      workload: 'W1',
      connections: 1,
      requests: 1,
    })
    if (failed > 0) throw new Error('the first request was refused')
    const toFirstAnswerMs = performance.now() - started
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    return { toReadyMs, toFirstAnswerMs, idleRssMiB: residentMiB(child.pid!) }
  } finally {
    child.kill('SIGTERM')
  }
}

/** Linux tells it of any process; elsewhere the row is left out. */
function residentMiB(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}
