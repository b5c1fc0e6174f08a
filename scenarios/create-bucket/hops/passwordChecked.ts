/** Hop 3: the person shows a password to the company's IdP, and to nobody else. */
import { codeOf, lastPage } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const passwordChecked: HopDefinition<World> = {
  n: 3,
  post: [2, 3],
  from: 'browser',
  to: 'idp',
  operation: 'Login',
  find: (exchanges, { cast }) => {
    const page = lastPage(exchanges, 'idp', 'POST', '/login')
    if (!page) return undefined
    const found = page.finding('sign-in')
    const { userName } = cast.person
    return {
      status: page.response?.status ?? null,
      code: codeOf(page),
      checks: [
        check('formIsOurs', found['outcome']),
        check(
          'passwordMatches',
          found['outcome'] === 'signedIn' && found['userName'] === userName,
          {
            userName,
          },
        ),
      ],
      at: page.request.at,
      exchanges: [page.exchange],
    }
  },
}
