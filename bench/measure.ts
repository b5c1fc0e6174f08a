/** One measurement: CPU time that the server spent on a number of requests, read before and after. */
import { type ChildProcess, fork } from 'node:child_process'
import type { LoadAnswer, LoadAsk } from './load.ts'
import type { Target } from './targets.ts'

export interface Measured {
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
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`a measured process ended with ${code}`)))
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
  readonly url: string
  usage(): Promise<Usage>
  stop(): void
}

export async function startServer(target: Target): Promise<Server> {
  const child = fork(self, ['serve', target])
  const { url } = await answerOf<{ url: string }>(child)
  return { target, url, usage: () => ask<Usage>(child, {}), stop: () => child.kill('SIGKILL') }
}

export interface Loader {
  run(ask: LoadAsk): Promise<LoadAnswer>
  stop(): void
}

export function startLoader(): Loader {
  const child = fork(self, ['load'])
  return { run: (content) => ask<LoadAnswer>(child, content), stop: () => child.kill('SIGKILL') }
}

const micros = ({ cpu }: Usage) => cpu.user + cpu.system

export async function measure(
  server: Server,
  loader: Loader,
  connections: number,
  requests: number,
): Promise<Measured> {
  const before = await server.usage()
  const { failed, seconds, p50Ms } = await loader.run({ url: server.url, connections, requests })
  const after = await server.usage()
  return {
    target: server.target,
    connections,
    cpuMicros: (micros(after) - micros(before)) / requests,
    perSecond: requests / seconds,
    p50Ms,
    failed,
  }
}
