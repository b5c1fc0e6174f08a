/** Services that wait for each other's answers wait for ever: the start refuses ports whose answering leads back to them. */
import type { Port } from './port.ts'

export interface OfferedPort {
  readonly port: Port
  /** Ports that its implementation asks while it answers. */
  readonly asks: readonly Port[]
}

export function refuseCyclicAsks(offers: readonly OfferedPort[]): void {
  const asks = new Map(offers.map(({ port, asks }) => [port.name, asks.map(({ name }) => name)]))
  const settled = new Set<string>()
  for (const name of asks.keys()) refuseCycleFrom(name, [], asks, settled)
}

function refuseCycleFrom(
  name: string,
  path: readonly string[],
  asks: ReadonlyMap<string, readonly string[]>,
  settled: Set<string>,
): void {
  if (settled.has(name)) return
  const start = path.indexOf(name)
  const walked = [...path, name]
  if (start !== -1)
    throw new Error(`INVARIANT: ports ask in a circle: ${walked.slice(start).join(' -> ')}`)
  for (const next of asks.get(name) ?? []) refuseCycleFrom(next, walked, asks, settled)
  settled.add(name)
}
