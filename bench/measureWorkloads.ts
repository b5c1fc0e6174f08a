/** All rows in one interleaved run: whatever else the machine does falls on every target alike. */
import {
  type Load,
  type Loader,
  type Measured,
  measure,
  prepare,
  type Server,
  startLoader,
  startServer,
} from './measure.ts'
import type { Options } from './readOptions.ts'
import { connectionCounts, usualRequests } from './workloads/workload.ts'

/** V8 compiles for good what has run some ten thousand times. */
const warm = { requests: 20_000, milliseconds: 10_000 } as const

async function warmUp(server: Server, loader: Loader, load: Load): Promise<void> {
  const started = performance.now()
  for (let sent = 0; sent < warm.requests; sent += load.requests) {
    await measure(server, loader, load)
    if (performance.now() - started > warm.milliseconds) return
  }
}

export async function measureWorkloads(
  { workloads, targets, rounds }: Options,
  say: (line: string) => void,
): Promise<Measured[]> {
  if (workloads.length === 0) return []
  const loader = startLoader()
  const servers: Server[] = []
  const measured: Measured[] = []
  try {
    for (const target of targets) servers.push(await startServer(target))
    for (const { id, name, requests = usualRequests } of workloads) {
      say(`${id} ${name}: warming up`)
      for (const server of servers) {
        await prepare(server, loader, id)
        await warmUp(server, loader, { workload: id, connections: 32, requests: requests[32] })
      }
      for (let round = 1; round <= rounds; round++) {
        say(`${id} ${name}: round ${round} of ${rounds}`)
        for (const connections of connectionCounts)
          for (const server of servers) {
            const load = { workload: id, connections, requests: requests[connections] }
            measured.push(await measure(server, loader, load))
          }
      }
    }
  } finally {
    for (const server of servers) server.stop()
    loader.stop()
  }
  return measured
}
