/** Hop 2: the browser carries Identity Center's request to the IdP, which knows who asks and where the answer may go. */
import { codeOf, lastPage } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const authnRequest: HopDefinition<World> = {
  n: 2,
  post: [2],
  from: 'identity-center',
  to: 'idp',
  operation: 'AuthnRequest',
  find: (exchanges) => {
    const page = lastPage(exchanges, 'idp', 'GET', '/saml/sso')
    if (!page) return undefined
    const found = page.finding('authn-request')
    const agent =
      page.request.headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? ''
    return {
      status: page.response?.status ?? null,
      code: codeOf(page),
      checks: [
        check('serviceProviderKnown', found['serviceProvider'], {
          issuer: String(found['serviceProvider'] ?? '-'),
        }),
        check('acsRegistered', found['acsUrl'], { acsUrl: String(found['acsUrl'] ?? '-') }),
        check('browserCarries', agent.startsWith('Mozilla/')),
      ],
      at: page.request.at,
      exchanges: [page.exchange],
    }
  },
}
