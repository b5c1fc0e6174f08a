/** sso-oidc:RegisterClient: anybody may become a client, and call itself what it likes. Nothing is kept of it. */
import { noAuthorization } from '#kernel/http/operation.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import { operation, ssoOidc } from '../api.ts'
import { unknownUser } from '../audit/callers.ts'
import { type ClientRegistration, clientSecretOf } from '../clients/clientRegistration.ts'
import { deviceCodeGrant, lackingGrants } from '../clients/grantTypes.ts'
import { registrationKey } from '../clients/registrationKey.ts'
import {
  invalidClientMetadata,
  invalidRequest,
  invalidScope,
  redirectUrisNotImplemented,
  unknownStartUrl,
  unsupportedGrantType,
} from '../errors/oidcErrors.ts'
import { isStartUrl, startUrlOf } from '../instance.ts'
import type { RegisterClientRequest } from '../model/ssoOidc.ts'
import type { InstanceProof } from '../stages/findInstance.ts'
import type { Instance } from '../state.ts'

const registrationMs = 90 * 24 * 3_600_000

/** [inf] */
const longestName = 256
const mostScopes = 20

/** The only one that Identity Center itself gives; others belong to applications, which this sandbox has none of. */
const scopes: readonly string[] = ['sso:account:access']

export const registerClient = operation(ssoOidc.RegisterClient, {
  access: 'read',

  authorize: noAuthorization('public clients have no credentials before they are registered'),

  handle: async ({ input, facts, store, clock, ids, keys }) => {
    const { instance } = facts.proof as InstanceProof
    refuseMetadata(input)
    refuseGrants(input)
    const { issuerUrl } = input
    if (issuerUrl !== undefined && !isStartUrl(instance, keys.portalUrl(), issuerUrl))
      throw unknownStartUrl(issuerUrl, startUrlOf(instance))
    const now = clock.now()
    const registration: ClientRegistration = {
      clientId: clientIdFor(instance, ids),
      clientName: input.clientName,
      scopes: scopesOf(input),
      expiresAt: now + registrationMs,
    }
    return {
      clientId: registration.clientId,
      clientSecret: clientSecretOf(registration, await registrationKey(store, instance)),
      clientIdIssuedAt: Math.floor(now / 1000),
      clientSecretExpiresAt: Math.floor(registration.expiresAt / 1000),
    }
  },

  audit: ({ output, facts }) => {
    const { instance } = facts.proof as InstanceProof
    return {
      account: instance.accountId,
      caller: unknownUser(instance),
      readOnly: false,
      ...(output && { responseElements: { clientId: output.clientId } }),
    }
  },
})

/** [K] As AWS's look: chance, then the region. */
const clientIdFor = ({ region }: Instance, ids: Ids): string =>
  Buffer.concat([ids.bytes(16), Buffer.from(region)]).toString('base64url')

function refuseMetadata({ clientType, clientName, entitledApplicationArn }: RegisterClientRequest) {
  if (clientType !== 'public') throw invalidClientMetadata('Only public clients are supported')
  if (clientName === '' || clientName.length > longestName)
    throw invalidClientMetadata('Invalid client name provided')
  if (entitledApplicationArn !== undefined)
    throw invalidRequest('entitledApplicationArn is not implemented')
}

/** What we lack is refused when it is asked for first, not after the person has signed in. */
function refuseGrants({ grantTypes = [], redirectUris = [] }: RegisterClientRequest): void {
  for (const grantType of grantTypes) {
    if (lackingGrants.includes(grantType))
      throw unsupportedGrantType(
        `The grant type ${grantType} is not implemented; use the device code grant (aws sso login --use-device-code)`,
      )
    if (grantType !== deviceCodeGrant) throw unsupportedGrantType('Unsupported grant type')
  }
  if (redirectUris.length > 0) throw redirectUrisNotImplemented()
}

function scopesOf({ scopes: asked = [] }: RegisterClientRequest): string[] {
  if (asked.length > mostScopes) throw invalidClientMetadata('Too many scopes')
  for (const scope of asked) if (!scopes.includes(scope)) throw invalidScope(scope)
  return [...new Set(asked)]
}
