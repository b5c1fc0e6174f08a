/** One ask as bytes: where it goes, what it says, and the hash by which its answer will name it. */
import type { Wire } from './carrier.ts'
import { HopError } from './hopError.ts'
import { askHashOf, hopPath } from './hopWire.ts'
import { isGenuine } from './statement.ts'

export interface Letter {
  readonly wire: Wire
  readonly path: string
  readonly body: Buffer
  readonly askHash: string
  readonly repeatable: boolean
}

export function letterOf(wire: Wire): Letter {
  const { port, method, bound, nonce } = wire
  const path = hopPath(port.name, method)
  const body = bytesOf({ bound, nonce, ask: travelling(wire.ask) })
  const spec = Object.hasOwn(port.methods, method) ? port.methods[method] : undefined
  return { wire, path, body, askHash: askHashOf(path, body), repeatable: spec?.repeatable === true }
}

/** A statement that is passed on travels as its issuer signed it. */
function travelling(ask: unknown): unknown {
  if (typeof ask !== 'object' || ask === null || Array.isArray(ask)) return ask
  return Object.fromEntries(
    Object.entries(ask).map(([name, value]) => [name, isGenuine(value) ? value.jws : value]),
  )
}

function bytesOf(content: unknown): Buffer {
  try {
    return Buffer.from(JSON.stringify(content))
  } catch (cause) {
    throw new HopError('BadAsk', 'an ask that is no plain data', { cause })
  }
}
