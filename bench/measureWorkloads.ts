/** All rows in one interleaved run: whatever else the machine does falls on every target alike. */
import {
  type Measured,
  measure,
  prepare,
  type Server,
  startLoader,
  startServer,
} from './measure.ts'
import { targets } from './targets.ts'
import type { Workload } from './workloads/workload.ts'

/** Requests of one measurement, by connections. */
const requests = { 1: 1_500, 32: 4_000 } as const

export const connectionCounts = [1, 32] as const

export async function measureWorkloads(
  workloads: readonly Workload[],
  rounds: number,
  say: (line: string) => void,
): Promise<Measured[]> {
  if (workloads.length === 0) return []
  const loader = startLoader()
  const servers: Server[] = []
  const measured: Measured[] = []
  try {
    for (const target of targets) servers.push(await startServer(target))
    for (const { id, name } of workloads) {
      say(`${id} ${name}: warming up`)
      for (const server of servers) {
        await prepare(server, loader, id)
        await measure(server, loader, { workload: id, connections: 32, requests: 3_000 })
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
