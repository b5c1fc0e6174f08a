/** The loading process: replays requests signed just before over kept connections, and times each. */
import { type Connection, openConnection } from './connection.ts'
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

/** Requests that one connection sends one after the other. */
type Turn = readonly Presigned[]

export async function load(ask: LoadAsk): Promise<LoadAnswer> {
  const { endpoints, connections, requests } = ask
  const { before, filling = [], calls } = workloads.find(({ id }) => id === ask.workload)!
  const signed = (turns: readonly (readonly Call[])[]): Turn[] =>
    turns.map((turn, index) =>
      turn.map((call, step) => presigned(call, endpoints, `bench-${index}-${step}`)),
    )
  if (requests > 0) return replay(signed(turnsOf(calls, requests)), connections)
  await replay(signed([before]), 1)
  return replay(signed(filling.map((call) => [call])), fillingConnections)
}

const fillingConnections = 8

function turnsOf(calls: (turn: number) => readonly Call[], requests: number) {
  const turns: (readonly Call[])[] = []
  for (let count = 0; count < requests; count += turns.at(-1)!.length)
    turns.push(calls(turns.length))
  return turns
}

async function replay(turns: readonly Turn[], connections: number): Promise<LoadAnswer> {
  const open = new Set<Connection>()
  const waiting = [...turns]
  const times: number[] = []
  let failed = 0
  const worker = async () => {
    const send = sender(open)
    for (let turn = waiting.pop(); turn; turn = waiting.pop())
      for (const call of turn) {
        const started = performance.now()
        const status = await send(call)
        times.push(performance.now() - started)
        if (status >= 300) failed += 1
      }
  }
  const started = performance.now()
  try {
    await Promise.all(Array.from({ length: connections }, worker))
  } finally {
    for (const connection of open) connection.close()
  }
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return { requests: times.length, failed, seconds, p50Ms: times[times.length >> 1] ?? 0 }
}

/** Keeps one connection to each service that is called. */
function sender(open: Set<Connection>): (call: Presigned) => Promise<number> {
  const connections = new Map<string, Connection>()
  return async ({ url, bytes }) => {
    const known = connections.get(url.host)
    if (known) return known.send(bytes)
    const connection = await openConnection(url)
    open.add(connection)
    connections.set(url.host, connection)
    return connection.send(bytes)
  }
}

/** Runs in a process of its own, so that its work is nobody else's. */
export function loadProcess(): void {
  process.on('message', (ask: LoadAsk) => void load(ask).then((answer) => process.send?.(answer)))
  process.on('disconnect', () => process.exit(0))
}
