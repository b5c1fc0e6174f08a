/** Who is signed in here, where they can go, and the way out. */
import type { Language } from '#i18n/language.ts'
import { html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { heading, hiddenFields, idpPage } from './brand.ts'
import { texts } from './texts.ts'

export interface AccountPage {
  readonly lang: Language
  /** None if nobody is signed in. */
  readonly session?: { readonly name: string; readonly endsAt: number } | undefined
  readonly services: readonly { readonly entityId: string; readonly name: string }[]
  readonly hidden: Readonly<Record<string, string>>
}

export function accountPage({ lang, session, services, hidden }: AccountPage): RenderedPage {
  const { account } = texts[lang]
  const title = session === undefined ? account.signedOut : account.signedIn(session.name)
  const lead = session === undefined ? undefined : account.lastsUntil(shownTime(session.endsAt))
  return idpPage({
    lang,
    title: account.title,
    main: html`
${heading(title, lead)}
<nav aria-labelledby="services"><h2 id="services">${account.services}</h2><ul>${services.map(
      ({ entityId, name }) =>
        html`<li><a href="/saml/start?lang=${lang}&amp;sp=${encodeURIComponent(entityId)}">${name}</a></li>`,
    )}</ul></nav>
${
  session !== undefined &&
  html`<form method="post" action="/logout">${hiddenFields(hidden)}<button class="btn big">${account.signOut}</button></form>`
}`,
  })
}

/** `2026-11-25 07:43:03 UTC`. */
const shownTime = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
