/** The access portal in its first, small form: which roles the person may take, and the way out. */
import type { Language } from '#i18n/language.ts'
import { type Html, html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { frame, type Person } from './frame.ts'
import { hiddenFields } from './hiddenFields.ts'
import { type IdentityCenterTexts, texts } from './texts.ts'

export interface StartPage {
  readonly lang: Language
  readonly person: Person
  readonly accounts: readonly ShownAccount[]
  /** `14:30:35 UTC`. */
  readonly sessionEnds: string
  readonly hidden: Readonly<Record<string, string>>
}

export interface ShownAccount {
  readonly accountId: string
  readonly name: string
  readonly roles: readonly ShownRole[]
}

export interface ShownRole {
  readonly name: string
  /** Undefined where it is assigned to the person themselves. */
  readonly group?: string | undefined
  /** Seconds. */
  readonly sessionDuration: number
}

export function startPage({
  lang,
  person,
  accounts,
  sessionEnds,
  hidden,
}: StartPage): RenderedPage {
  const { start } = texts[lang]
  const roles = accounts.reduce((sum, account) => sum + account.roles.length, 0)
  const summary = accounts.length === 0 ? start.none : start.count(accounts.length, roles)
  return frame({
    lang,
    title: start.title,
    person,
    content: html`
<div><h1>${start.title}</h1><p class="muted">${summary}</p></div>
${accounts.map((each) => account(start, each))}
<form method="post" action="/signout">${hiddenFields(hidden)}
<p class="note">${start.sessionEnds(sessionEnds)} ${start.signOutNote}</p>
<button class="btn big">${start.signOut}</button></form>`,
  })
}

type Texts = IdentityCenterTexts['start']

function account(start: Texts, { accountId, name, roles }: ShownAccount): Html {
  return html`<section class="account"><h2>${name} <code class="muted num">${accountId}</code></h2>
<ul class="roles">${roles.map((each) => role(start, each))}</ul></section>`
}

function role(start: Texts, { name, group, sessionDuration }: ShownRole): Html {
  const through = group === undefined ? start.direct : start.byGroup(group)
  return html`<li><b>${name}</b> <span class="muted">${through}, ${start.lasts(shownDuration(sessionDuration))}</span></li>`
}

/** `1 h`, `1 h 30 min`. */
function shownDuration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)]
  const parts = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`]
  return parts.filter((part) => part !== false).join(' ')
}
