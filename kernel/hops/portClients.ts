/** The ports' clients as one request uses them: every question bound to what that request's client signed. */
import { clientOf } from './clientOf.ts'
import type { Hops } from './hops.ts'
import type { Answer, Ask, Call, MethodName, Port, Secret } from './port.ts'
import { authorization, credentials, guardrails, roles } from './ports.ts'
import type { Statement } from './statement.ts'

export type BoundClient<P extends Port> = {
  readonly [M in MethodName<P>]: (
    ask: Ask<P, M>,
  ) => Promise<{ readonly statement: Statement<Answer<P, M>>; readonly secret: Secret<P, M> }>
}

const ports = { credentials, authorization, roles, guardrails }

export type PortClients = { readonly [N in keyof typeof ports]: BoundClient<(typeof ports)[N]> }

type AnyMethod = (ask: never, call: Call) => Promise<unknown>

/** Clients are made once a service; binding them to a request is a few closures, made on first use. */
export function portClientsOf(hops: Hops): (call: Call) => PortClients {
  const clients = Object.entries(ports).map(
    ([name, port]) => [name, clientOf(port as Port, hops)] as const,
  )
  return (call) => {
    const bound: Record<string, unknown> = {}
    for (const [name, client] of clients)
      Object.defineProperty(bound, name, { enumerable: true, get: () => bind(client, call) })
    return bound as unknown as PortClients
  }
}

function bind(client: object, call: Call): unknown {
  const methods = Object.entries(client as Record<string, AnyMethod>)
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (ask: never) => method(ask, call)]),
  )
}
