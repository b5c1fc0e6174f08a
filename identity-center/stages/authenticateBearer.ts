/** The access portal: whoever holds a live access token acts for its user. Nothing is signed here. */
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { headerValues } from '#kernel/http/wireRequest.ts'
import { invalidSession } from '../errors/portalErrors.ts'
import type { LogoutRequest } from '../model/sso.ts'
import { type OpenToken, openToken } from '../sessions/accessTokens.ts'
import { type InstanceProof, prove } from './findInstance.ts'

export interface BearerProof extends InstanceProof {
  readonly open: OpenToken
}

export const authenticateBearer: Stage = {
  name: 'authenticate bearer',
  run: async (x) => {
    const open = await openedBy(x)
    prove(x, { open })
    x.authenticated = true
    x.trace?.explain('access-token', {
      user: open.user.userName,
      clientId: open.token.clientId,
      expiresAt: new Date(open.token.expiresAt).toISOString(),
      sessionEndsAt: new Date(open.session.endsAt).toISOString(),
    })
  },
}

const BEARER = 'x-amz-sso_bearer_token'

async function openedBy(x: Exchange): Promise<OpenToken> {
  const { instance } = x.proof as InstanceProof
  // One of two would be read and the other one meant.
  if (headerValues(x.request, BEARER).length > 1)
    throw invalidSession('there are two access tokens')
  const { accessToken } = x.input as Partial<LogoutRequest>
  if (!accessToken) throw invalidSession('there is no access token')
  const open = await openToken(x.service.context.store, instance, accessToken)
  if (!open)
    throw invalidSession(
      'the token is unknown or over, its session has ended, or its user is disabled',
    )
  return open
}
