/** Which registered client this is, proved by the secret that it was given (RFC 6749 2.3.1, in the body). */
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { type ClientRegistration, registrationOf } from '../clients/clientRegistration.ts'
import { registrationKey } from '../clients/registrationKey.ts'
import { invalidClient } from '../errors/oidcErrors.ts'
import type { StartDeviceAuthorizationRequest } from '../model/ssoOidc.ts'
import { type InstanceProof, prove } from './findInstance.ts'

export interface ClientProof extends InstanceProof {
  readonly client: ClientRegistration
}

export const authenticateClient: Stage = {
  name: 'authenticate client',
  run: (x) => (x.operation.name === 'RegisterClient' ? undefined : proveClient(x)),
}

async function proveClient(x: Exchange): Promise<void> {
  const { store, clock } = x.service.context
  const { instance } = x.proof as InstanceProof
  const key = await registrationKey(store, instance)
  const client = registrationOf(x.input as StartDeviceAuthorizationRequest, key, clock.now())
  if (!client) throw invalidClient('the secret is not this client’s, or its registration is over')
  prove(x, { client })
  x.trace?.explain('client', {
    clientId: client.clientId,
    clientName: client.clientName,
    scopes: client.scopes,
    registeredUntil: new Date(client.expiresAt).toISOString(),
  })
}
