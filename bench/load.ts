/** The loading process: replays requests signed just before over kept connections, and times each. */
import { Agent, request as httpRequest } from 'node:http'
import { type Presigned, presigned } from './presigned.ts'
import type { Endpoints } from './targets.ts'
import { workloads } from './workloads/index.ts'
import type { Call } from './workloads/workload.ts'

export interface LoadAsk {
  readonly endpoints: Endpoints
  /** By its id. */
  readonly workload: string
  readonly connections: number
  /** 0: only what has to stand before. */
  readonly requests: number
}

export interface LoadAnswer {
  readonly requests: number
  readonly failed: number
  readonly seconds: number
  readonly p50Ms: number
}

export function load({ endpoints, workload, connections, requests }: LoadAsk): Promise<LoadAnswer> {
  const { before, calls } = workloads.find(({ id }) => id === workload)!
  const turns = requests === 0 ? [before] : turnsOf(calls, requests)
  const signed = turns.map((turn, index) =>
    turn.map((call, step) => presigned(call, endpoints, `bench-${index}-${step}`)),
  )
  return replay(signed, connections)
}

function turnsOf(calls: (turn: number) => readonly Call[], requests: number) {
  const turns: (readonly Call[])[] = []
  for (let count = 0; count < requests; count += turns.at(-1)!.length)
    turns.push(calls(turns.length))
  return turns
}

async function replay(
  turns: readonly (readonly Presigned[])[],
  connections: number,
): Promise<LoadAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const waiting = [...turns]
  const times: number[] = []
  let failed = 0
  const worker = async () => {
    for (let turn = waiting.pop(); turn; turn = waiting.pop())
      for (const call of turn) {
        const started = performance.now()
        const status = await send(agent, call)
        times.push(performance.now() - started)
        if (status >= 300) failed += 1
      }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { requests: times.length, failed, seconds, p50Ms: times[times.length >> 1] ?? 0 }
}

function send(agent: Agent, { url, method, path, headers, body }: Presigned): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { agent, host: url.hostname, port: url.port, method, path, headers },
      (incoming) => {
        incoming.resume()
        incoming.on('end', () => resolve(incoming.statusCode ?? 0))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Runs in a process of its own, so that its work is nobody else's. */
export function loadProcess(): void {
  process.on('message', (ask: LoadAsk) => void load(ask).then((answer) => process.send?.(answer)))
  process.on('disconnect', () => process.exit(0))
}
