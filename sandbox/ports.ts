/** Which port each public server gets from `--port P`; with 0 every one is free. */
import { controlOffset, gatewayOffset, registry } from '#services/registry.ts'

export interface Ports {
  readonly gateway: number
  readonly control: number
  service(name: string): number
}

export function portsFrom(base: number): Ports {
  const at = (offset: number) => (base === 0 ? 0 : base + offset)
  return {
    gateway: at(gatewayOffset),
    control: at(controlOffset),
    service: (name) => {
      const row = registry.find((candidate) => candidate.name === name)
      if (!row) throw new Error(`INVARIANT: ${name} has no row in the registry`)
      return at(row.portOffset)
    },
  }
}
