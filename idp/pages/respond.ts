/** The page that carries the Response back: posts itself, and has a button for browsers without scripts. */
import type { Language } from '#i18n/language.ts'
import { html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { heading, hiddenFields, idpPage } from './brand.ts'
import { texts } from './texts.ts'

export interface RespondPage {
  readonly lang: Language
  /** Whether the Response says who the person is, or why it cannot. */
  readonly says: 'signedIn' | 'status'
  readonly serviceProvider: string
  readonly acsUrl: string
  /** Base64. */
  readonly samlResponse: string
  readonly relayState?: string | undefined
}

const postItself = 'document.forms[0].submit()'

export function respondPage(page: RespondPage): RenderedPage {
  const { respond } = texts[page.lang]
  const { heading: title, lead } = respond[page.says]
  const relayState: Record<string, string> =
    page.relayState === undefined ? {} : { RelayState: page.relayState }
  return idpPage({
    lang: page.lang,
    title: respond.title,
    hop: 4,
    script: postItself,
    formOrigins: [new URL(page.acsUrl).origin],
    main: html`
${heading(title, lead(page.serviceProvider))}
<form method="post" action="${page.acsUrl}">
${hiddenFields({ SAMLResponse: page.samlResponse, ...relayState })}
<button class="btn primary big">${respond.submit}</button>
</form>
<p class="to">${respond.manual}</p>`,
  })
}
