/** One measurement: CPU time that the server spent on a number of requests, read before and after. */
import { type ChildProcess, fork } from 'node:child_process'
import { endWithUs } from './endWithUs.ts'
import type { LoadAnswer, LoadAsk } from './load.ts'
import type { Endpoints, Target } from './targets.ts'

export interface Measured {
  readonly workload: string
  readonly target: Target
  readonly connections: number
  readonly cpuMicros: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly failed: number
}

const self = process.argv[1]!

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`a measured process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })

function ask<T>(child: ChildProcess, content: object): Promise<T> {
  const answer = answerOf<T>(child)
  child.send(content)
  return answer
}

interface Usage {
  cpu: { user: number; system: number }
  rss: number
}

export interface Server {
  readonly target: Target
  readonly endpoints: Endpoints
  usage(): Promise<Usage>
  stop(): void
}

export async function startServer(target: Target): Promise<Server> {
  const child = fork(self, ['serve', target])
  endWithUs(child)
  const { endpoints } = await answerOf<{ endpoints: Endpoints }>(child)
  return { target, endpoints, usage: () => ask<Usage>(child, {}), stop: () => child.kill() }
}

export interface Loader {
  run(ask: LoadAsk): Promise<LoadAnswer>
  stop(): void
}

export function startLoader(): Loader {
  const child = fork(self, ['load'])
  endWithUs(child)
  return { run: (content) => ask<LoadAnswer>(child, content), stop: () => child.kill() }
}

const micros = ({ cpu }: Usage) => cpu.user + cpu.system

export interface Load {
  readonly workload: string
  readonly connections: number
  readonly requests: number
}

/** Puts there what the workload needs. */
export async function prepare(server: Server, loader: Loader, workload: string): Promise<void> {
  const { endpoints } = server
  await loader.run({ endpoints, workload, connections: 1, requests: 0 })
}

export async function measure(server: Server, loader: Loader, load: Load): Promise<Measured> {
  const { target, endpoints } = server
  const before = await server.usage()
  const { failed, seconds, p50Ms, requests } = await loader.run({ ...load, endpoints })
  const after = await server.usage()
  return {
    workload: load.workload,
    target,
    connections: load.connections,
    cpuMicros: (micros(after) - micros(before)) / requests,
    perSecond: requests / seconds,
    p50Ms,
    failed,
  }
}
