/** The clients of all ports for one service: made once, then bound to each request that it serves. */
import { clientOf } from './clientOf.ts'
import type { Hops } from './hops.ts'
import type { BoundClient, Call, Client, Port } from './port.ts'
import { authorization, credentials, guardrails, type PortClients, roles } from './ports.ts'

export function portClients(hops: Hops): (call: Call) => PortClients {
  const clients = {
    credentials: clientOf(credentials, hops),
    authorization: clientOf(authorization, hops),
    roles: clientOf(roles, hops),
    guardrails: clientOf(guardrails, hops),
  }
  return (call) => ({
    credentials: boundTo(clients.credentials, call),
    authorization: boundTo(clients.authorization, call),
    roles: boundTo(clients.roles, call),
    guardrails: boundTo(clients.guardrails, call),
  })
}

type Method = (ask: unknown, call: Call) => unknown

function boundTo<P extends Port>(client: Client<P>, call: Call): BoundClient<P> {
  const bound: Record<string, (ask: unknown) => unknown> = {}
  for (const name in client) {
    const method = client[name] as unknown as Method
    bound[name] = (ask) => method(ask, call)
  }
  return bound as BoundClient<P>
}
