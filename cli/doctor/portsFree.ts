/** The ports that `start` takes when no other is given. */
import { createServer } from 'node:net'
import { text } from '#i18n/text.ts'
import { controlOffset, gatewayOffset, registry } from '#services/registry.ts'
import type { Texts } from '../texts.ts'
import type { Finding } from './finding.ts'

export function portsOf(base: number): number[] {
  const offsets = [controlOffset, gatewayOffset, ...registry.map(({ portOffset }) => portOffset)]
  return offsets.map((offset) => base + offset).sort((a, b) => a - b)
}

export async function portsFree(ports: readonly number[], { cli }: Texts): Promise<Finding> {
  const free = await Promise.all(ports.map(isFree))
  const busy = ports.filter((_, i) => !free[i])
  return busy.length === 0
    ? {
        id: 'ports',
        verdict: 'ok',
        sentence: text(cli.doctor.portsFree, { first: ports[0]!, last: ports.at(-1)! }),
      }
    : {
        id: 'ports',
        verdict: 'wrong',
        sentence: text(cli.doctor.portsBusy, { ports: busy.join(', ') }),
      }
}

/** Listening is the only honest question: whoever holds the port need not answer on it. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true))
    })
  })
}
