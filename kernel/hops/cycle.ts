/** Services that wait for each other's answers wait for ever: the start refuses owners whose asks lead back to them. */
import type { Port } from './port.ts'

export interface Asker {
  readonly name: string
  /** Ports that it asks while it answers others. */
  readonly asks: readonly Port[]
}

/** What a service asks itself is a function call and no hop. */
export function refuseCycles(services: readonly Asker[]): void {
  const owners = new Map(services.map(({ name, asks }) => [name, ownersOf(asks, name)]))
  const settled = new Set<string>()
  for (const name of owners.keys()) refuseCycleFrom(name, [], owners, settled)
}

const ownersOf = (asks: readonly Port[], self: string): string[] =>
  asks.map(({ owner }) => owner).filter((owner) => owner !== self)

function refuseCycleFrom(
  name: string,
  path: readonly string[],
  owners: ReadonlyMap<string, readonly string[]>,
  settled: Set<string>,
): void {
  if (settled.has(name)) return
  const start = path.indexOf(name)
  const walked = [...path, name]
  if (start !== -1)
    throw new Error(`INVARIANT: services ask in a circle: ${walked.slice(start).join(' -> ')}`)
  for (const next of owners.get(name) ?? []) refuseCycleFrom(next, walked, owners, settled)
  settled.add(name)
}
