/** The asker's side of a port: one function a method, over whatever carrier the sandbox chose. */
import type { Carrier, Wire, WireFacts } from './carrier.ts'
import { HopError } from './hopError.ts'
import { recordedAsk } from './hopRecord.ts'
import type { Hops } from './hops.ts'
import type { Call, Client, Port, Reply } from './port.ts'

export function clientOf<P extends Port>(port: P, hops: Hops): Client<P> {
  const carrier = hops.carrier(port)
  const methods = Object.keys(port.methods).map((method) => [
    method,
    (ask: unknown, call: Call) => {
      const wire = wireOf(port, method, ask, call, hops, carrier)
      return hops.record ? recorded(wire, call.parent, hops, carrier) : carrier.send(wire)
    },
  ])
  return Object.fromEntries(methods) as Client<P>
}

function wireOf(
  port: Port,
  method: string,
  ask: unknown,
  call: Call,
  hops: Hops,
  carrier: Carrier,
): Wire {
  const isNamed = carrier.kind === 'http' || hops.record !== undefined
  return {
    port,
    method,
    from: hops.service,
    bound: call.bound,
    nonce: isNamed ? hops.ids.hex(32) : '',
    depth: (call.depth ?? 0) + 1,
    ask,
  }
}

type CarrierReply = Reply<unknown, Buffer | undefined>

async function recorded(
  wire: Wire,
  parent: unknown,
  hops: Hops,
  carrier: Carrier,
): Promise<CarrierReply> {
  const startedAt = hops.clock.now()
  let reply: CarrierReply | undefined
  let failure: HopError | undefined
  let facts: WireFacts | undefined
  try {
    reply = await carrier.send(wire, (seen) => {
      facts = seen
    })
    return reply
  } catch (error) {
    failure = error instanceof HopError ? error : new HopError('Failed', String(error))
    throw error
  } finally {
    hops.record?.({
      id: wire.nonce,
      parent,
      from: wire.from,
      to: wire.port.owner,
      about: `${wire.port.name}.${wire.method}`,
      carrier: carrier.kind,
      bound: wire.bound,
      ask: recordedAsk(wire.ask, wire.port.methods[wire.method]!),
      answer: reply?.statement.body,
      outcome: failure?.code ?? 'answered',
      refusal: failure?.refusal,
      message: failure?.message,
      startedAt,
      endedAt: hops.clock.now(),
      wire: facts,
    })
  }
}
