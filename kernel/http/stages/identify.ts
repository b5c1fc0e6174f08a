/** Which operation of which API this is. What the real API has and we lack is refused here, by name. */
import { notImplemented } from '#kernel/protocol/notImplemented.ts'
import type { Exchange, Stage } from '../exchange.ts'

export const identify: Stage = {
  name: 'identify operation',
  run: (x) => {
    for (const served of x.service.definition.apis) {
      const found = served.protocol.identify(served.api, x.request)
      if (!found) continue
      x.api = served
      settle(x, found)
      return
    }
    throw x.api.protocol.unknown(x.api.api, x.request)
  },
}

function settle(x: Exchange, found: { name: string; supported: boolean }): void {
  const operation = x.api.operations.find((candidate) => candidate.name === found.name)
  const shape = x.api.api.operations.get(found.name)
  if (!operation || !shape) throw notImplemented(x.api.api, found.name)
  x.operation = operation
  x.shape = shape
  x.trace?.explain('identify', { service: x.api.api.model.service, operation: found.name })
}
