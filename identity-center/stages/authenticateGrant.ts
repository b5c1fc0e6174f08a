/**
 * CreateToken alone: for whom does the client ask? Proved by a device code that a person has allowed. Until then
 * nobody is known, and the client hears to wait, to slow down, or to give up (RFC 8628 3.5).
 */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import {
  authorizationByDeviceCode,
  changeAuthorization,
  type FoundAuthorization,
} from '../clients/deviceAuthorizations.ts'
import { deviceCodeGrant, lackingGrants } from '../clients/grantTypes.ts'
import {
  authorizationPending,
  deniedByUser,
  expiredDeviceCode,
  invalidGrant,
  invalidRequest,
  slowDown,
  unsupportedGrantType,
} from '../errors/oidcErrors.ts'
import type { CreateTokenRequest } from '../model/ssoOidc.ts'
import { makeCredentialId } from '../sessions/credentialId.ts'
import { type OpenSession, sessionByKey } from '../sessions/portalSessions.ts'
import type { Polls } from '../state.ts'
import type { ClientProof } from './authenticateClient.ts'
import { prove } from './findInstance.ts'

export interface GrantProof extends ClientProof {
  readonly grant: FoundAuthorization
  readonly approved: OpenSession
  /** Of the token to be made: audit records name it. */
  readonly credentialId: string
}

/** Seconds between two polls. */
export const pollInterval = 1

export const authenticateGrant: Stage = {
  name: 'authenticate grant',
  run: (x) => (x.operation.name === 'CreateToken' ? proveGrant(x) : undefined),
}

async function proveGrant(x: Exchange): Promise<void> {
  const { store, clock, ids } = x.service.context
  const { instance, client } = x.proof as ClientProof
  const deviceCode = deviceCodeIn(x.input as CreateTokenRequest)
  const grant = await authorizationByDeviceCode(store, instance, deviceCode)
  // A code works for the client that it was given to and for no other (RFC 8628 3.4).
  if (grant?.authorization.clientId !== client.clientId)
    throw invalidGrant('no such device code was given to this client')
  const { decision, expiresAt } = grant.authorization
  x.trace?.explain('device-code', { decision: decision.made, expiresAt: instant(expiresAt) })
  if (decision.made === 'spent') throw invalidGrant('the device code has been used')
  if (clock.now() >= expiresAt) throw expiredDeviceCode()
  if (decision.made === 'denied') throw deniedByUser()
  if (decision.made === 'none') throw await wait(x, deviceCode)
  const approved = await sessionByKey(store, instance, decision.sessionKey)
  if (!approved) throw invalidGrant('the session in which it was allowed has ended')
  prove(x, { grant, approved, credentialId: makeCredentialId(clock.now(), ids) })
  x.authenticated = true
}

function deviceCodeIn({ grantType, deviceCode }: CreateTokenRequest): string {
  if (lackingGrants.includes(grantType))
    throw unsupportedGrantType(`The grant type ${grantType} is not implemented`)
  if (grantType !== deviceCodeGrant) throw unsupportedGrantType('Unsupported grant type')
  if (deviceCode === undefined) throw invalidRequest('Invalid value for deviceCode: missing')
  return deviceCode
}

/** Which refusal it is depends on the pace, so the poll is counted: that stays, though the request is refused. */
async function wait(x: Exchange, deviceCode: string): Promise<AwsError> {
  const { store, clock } = x.service.context
  const { instance } = x.proof as ClientProof
  return store.write([instance.accountId], async (tx) => {
    const grant = await authorizationByDeviceCode(tx, instance, deviceCode)
    if (!grant) return invalidGrant('the device code is gone')
    const { polls } = grant.authorization
    const now = clock.now()
    await changeAuthorization(tx, instance, grant, {
      polls: { count: polls.count + 1, lastAt: now },
    })
    return isTooFast(polls, now) ? slowDown('Polling too fast') : authorizationPending()
  })
}

/** The AWS CLI asks once before it shows the code and then begins to poll: that one has no pace yet. */
const isTooFast = ({ count, lastAt }: Polls, now: number): boolean =>
  count > 1 && now - lastAt < pollInterval * 1000

const instant = (ms: number): string => new Date(ms).toISOString()
