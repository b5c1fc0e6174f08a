/** What the ACS made of a Response that a browser posted: the page is for people, the check that failed is in the recording. */
import type { Answer } from '#scenarios/engine/answer.ts'
import type { Page } from '#scenarios/engine/browser.ts'
import { exchangesOf } from '#scenarios/engine/exchanges.ts'
import { lastPage } from '#scenarios/engine/found.ts'
import type { World } from '../world.ts'

export function consumed({ sandbox }: Pick<World, 'sandbox'>, { status, html }: Page): Answer {
  const exchanges = exchangesOf(sandbox.recording())
  const post = lastPage(exchanges, 'identity-center', 'POST', '/platform/saml/acs/')
  const { failed, because } = post?.finding('saml') ?? {}
  return {
    status,
    code: typeof failed === 'string' ? failed : null,
    message: typeof because === 'string' ? because : '',
    body: html,
  }
}
