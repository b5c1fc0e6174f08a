/** A page that only says something: signed out, or why a request ends here. */
import type { Language } from '#i18n/language.ts'
import { html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import type { IdpRefusal } from '../errors.ts'
import { heading, idpPage } from './brand.ts'
import { texts } from './texts.ts'

export function signedOutPage(lang: Language): RenderedPage {
  const { signedOut, account } = texts[lang]
  return idpPage({
    lang,
    title: signedOut.title,
    main: html`<div role="status">${heading(signedOut.heading, signedOut.text)}</div>
<p><a class="btn big" href="/account?lang=${lang}">${account.link}</a></p>`,
  })
}

export function refusalPage(
  lang: Language,
  { reason, found }: Pick<IdpRefusal, 'reason' | 'found'>,
): RenderedPage {
  const { refusals } = texts[lang]
  const refusal = refusals[reason]
  return idpPage({
    lang,
    title: refusals.title,
    hop: 2,
    main: html`<div role="alert" data-refusal="${reason}">${heading(refusal.heading, refusal.text)}</div>
${found !== '' && html`<p class="found" lang="en">${found}</p>`}`,
  })
}
