/** Hop 5: "allow this client?" Only the browser that signed in, with the form that it was given, can say yes. */
import { codeOf, lastPage } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const approval: HopDefinition<World> = {
  n: 5,
  post: [3],
  from: 'browser',
  to: 'identity-center',
  operation: 'Approve',
  find: (exchanges, { cast, device }) => {
    const page = lastPage(exchanges, 'identity-center', 'POST', '/device')
    if (!page) return undefined
    const found = page.finding('device-approval')
    const { userName } = cast.person
    const userCode = device?.userCode ?? '-'
    return {
      status: page.response?.status ?? null,
      code: codeOf(page),
      checks: [
        check('sameBrowserSession', found['user'] === userName),
        // The decision is only written down once the form's token was found to belong to the session.
        check('approvalIsOurs', found['decision'] === 'allowed'),
        check('userCodeMatches', found['userCode'] === userCode, { userCode }),
      ],
      at: page.request.at,
      exchanges: [page.exchange],
    }
  },
}
