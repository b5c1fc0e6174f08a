/** sso-oidc:StartDeviceAuthorization: the client gets a code to poll with, the person one to compare (RFC 8628 3.1). */
import { noAuthorization } from '#kernel/http/operation.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { Transaction } from '#kernel/store/store.ts'
import { operation, ssoOidc } from '../api.ts'
import { unknownUser } from '../audit/callers.ts'
import {
  authorizationByUserCode,
  deviceCodeMs,
  mostOpenCodes,
  startAuthorization,
} from '../clients/deviceAuthorizations.ts'
import { makeUserCode } from '../clients/userCode.ts'
import { slowDown, unknownStartUrl } from '../errors/oidcErrors.ts'
import { isStartUrl, startUrlOf } from '../instance.ts'
import type { ClientProof } from '../stages/authenticateClient.ts'
import { pollInterval } from '../stages/authenticateGrant.ts'
import { type Instance, scopeOf, userCodes } from '../state.ts'

export const startDeviceAuthorization = operation(ssoOidc.StartDeviceAuthorization, {
  access: 'write',

  authorize: noAuthorization('the client has proved itself by its secret; no user is known yet'),

  locks: ({ facts }) => [(facts.proof as ClientProof).instance.accountId],

  handle: async ({ input, facts, store, clock, ids, keys, explain }) => {
    const { instance, client } = facts.proof as ClientProof
    if (!isStartUrl(instance, keys.portalUrl(), input.startUrl))
      throw unknownStartUrl(input.startUrl, startUrlOf(instance))
    const userCode = await freeUserCode(store, instance, ids)
    const deviceCode = ids.bytes(32).toString('base64url')
    const now = clock.now()
    await startAuthorization(store, instance, deviceCode, {
      userCode,
      clientId: client.clientId,
      clientName: client.clientName,
      scopes: client.scopes,
      askedFrom: facts.sourceIp,
      startedAt: now,
      expiresAt: now + deviceCodeMs,
      polls: { count: 0, lastAt: 0 },
      decision: { made: 'none' },
    })
    explain('device-authorization', { userCode, clientName: client.clientName })
    const verificationUri = `${keys.portalUrl()}/device`
    return {
      deviceCode,
      userCode,
      verificationUri,
      verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
      expiresIn: deviceCodeMs / 1000,
      interval: pollInterval,
    }
  },

  audit: ({ output, facts }) => {
    const { instance } = facts.proof as ClientProof
    return {
      account: instance.accountId,
      caller: unknownUser(instance),
      // Whoever holds the device code gets what is allowed for it: it is in no record.
      ...(output && { responseElements: { userCode: output.userCode } }),
    }
  },
})

async function freeUserCode(tx: Transaction, instance: Instance, ids: Ids): Promise<string> {
  const open = await tx.list(userCodes, scopeOf(instance), { limit: mostOpenCodes })
  if (open.length >= mostOpenCodes) throw slowDown('Too many device codes wait for approval')
  for (;;) {
    const userCode = makeUserCode(ids)
    if (!(await authorizationByUserCode(tx, instance, userCode))) return userCode
  }
}
