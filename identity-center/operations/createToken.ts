/** sso-oidc:CreateToken: what a person has allowed becomes an access token, once (RFC 8628 3.5). */
import { noAuthorization } from '#kernel/http/operation.ts'
import type { Transaction } from '#kernel/store/store.ts'
import { operation, ssoOidc } from '../api.ts'
import { workforceUser } from '../audit/callers.ts'
import { authorizationByKey, changeAuthorization } from '../clients/deviceAuthorizations.ts'
import { invalidGrant } from '../errors/oidcErrors.ts'
import { accessTokenMs, makeAccessToken, putToken } from '../sessions/accessTokens.ts'
import type { GrantProof } from '../stages/authenticateGrant.ts'

export const createToken = operation(ssoOidc.CreateToken, {
  access: 'write',

  authorize: noAuthorization('a person has allowed this client: stages/authenticateGrant.ts'),

  locks: ({ facts }) => [(facts.proof as GrantProof).instance.accountId],

  handle: async ({ facts, store, clock, ids, explain }) => {
    const { instance, grant, approved, client, credentialId } = facts.proof as GrantProof
    await spend(store, facts.proof as GrantProof)
    const now = clock.now()
    const expiresAt = Math.min(now + accessTokenMs, approved.session.endsAt)
    const accessToken = makeAccessToken(ids)
    await putToken(store, instance, accessToken, {
      userId: approved.user.userId,
      sessionKey: approved.key,
      clientId: client.clientId,
      scopes: grant.authorization.scopes,
      credentialId,
      expiresAt,
    })
    explain('access-token', {
      user: approved.user.userName,
      expiresAt: new Date(expiresAt).toISOString(),
      sessionEndsAt: new Date(approved.session.endsAt).toISOString(),
    })
    return { accessToken, tokenType: 'Bearer', expiresIn: Math.floor((expiresAt - now) / 1000) }
  },

  audit: ({ facts }) => {
    const { instance, approved, credentialId } = facts.proof as GrantProof
    const { accountId, identityStoreId } = instance
    return {
      account: accountId,
      caller: workforceUser(instance, approved.user.userId, credentialId),
      resources: [{ arn: identityStoreId, accountId, type: 'IdentityStoreId' }],
    }
  },
})

/** Two polls may have come at once: the code is looked at again under the lock, and spent by one of them. */
async function spend(tx: Transaction, { instance, grant }: GrantProof): Promise<void> {
  const now = await authorizationByKey(tx, instance, grant.key)
  if (now?.authorization.decision.made !== 'allowed')
    throw invalidGrant('the device code has been used')
  await changeAuthorization(tx, instance, now, { decision: { made: 'spent' } })
}
