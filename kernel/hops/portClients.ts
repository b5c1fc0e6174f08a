/** The ports' clients as one request uses them: every question bound to what that request's client signed. */
import { clientOf } from './clientOf.ts'
import type { Hops } from './hops.ts'
import type { BoundClient, Call, Client, Port } from './port.ts'
import { authorization, credentials, guardrails, policies, roles } from './ports.ts'

export interface PortClients {
  readonly credentials: BoundClient<typeof credentials>
  readonly authorization: BoundClient<typeof authorization>
  readonly roles: BoundClient<typeof roles>
  readonly policies: BoundClient<typeof policies>
  readonly guardrails: BoundClient<typeof guardrails>
}

/** Clients are made once a service; binding them to a request is a few closures. */
export function portClientsOf(hops: Hops): (call: Call) => PortClients {
  const clients = {
    credentials: clientOf(credentials, hops),
    authorization: clientOf(authorization, hops),
    roles: clientOf(roles, hops),
    policies: clientOf(policies, hops),
    guardrails: clientOf(guardrails, hops),
  }
  return (call) => ({
    credentials: boundTo(clients.credentials, call),
    authorization: boundTo(clients.authorization, call),
    roles: boundTo(clients.roles, call),
    policies: boundTo(clients.policies, call),
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
