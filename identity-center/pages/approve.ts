/** Hop 5: may this client have the person's access? With the code that the terminal shows, where there is one. */
import type { Language } from '#i18n/language.ts'
import { type Html, html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { frame, type Person } from './frame.ts'
import { hiddenFields } from './hiddenFields.ts'
import { type IdentityCenterTexts, texts } from './texts.ts'

export interface ApprovePage {
  readonly lang: Language
  readonly person: Person
  readonly hop?: { readonly number: number; readonly of: number } | undefined
  /** Of a device authorization (RFC 8628); none in the authorization code flow. */
  readonly device?: { readonly userCode: string; readonly secondsLeft: number } | undefined
  /** As the client named itself: anybody can choose any name. */
  readonly clientName: string
  readonly scopes: readonly string[]
  readonly askedFrom?: { readonly address: string; readonly secondsAgo: number } | undefined
  /** Path to which the form posts, with `decision` = `allow` or `deny`. */
  readonly action: string
  /** What the form sends along; the token against forged forms is among it. */
  readonly hidden: Readonly<Record<string, string>>
}

export function approvePage(page: ApprovePage): RenderedPage {
  const { approve } = texts[page.lang]
  return frame({
    lang: page.lang,
    title: approve.title,
    person: page.person,
    hop: page.hop,
    content: html`
<h1>${approve.heading}</h1>
${page.device !== undefined && deviceCode(approve, page.device)}
<dl>${facts(approve, page)}</dl>
${page.device !== undefined && html`<p class="note">${approve.warning}</p>`}
<form method="post" action="${page.action}">
${hiddenFields(page.hidden)}
<div class="acts"><button class="btn big" name="decision" value="deny">${approve.deny}</button><button class="btn primary big" name="decision" value="allow">${approve.allow}</button></div>
</form>`,
  })
}

type Texts = IdentityCenterTexts['approve']

function deviceCode(approve: Texts, { userCode, secondsLeft }: NonNullable<ApprovePage['device']>) {
  return html`<div class="code"><span class="label" id="code-question">${approve.codeQuestion}</span><output aria-labelledby="code-question">${userCode}</output><span class="small muted num">${approve.endsIn(minutesAndSeconds(secondsLeft))}</span></div>`
}

function facts(approve: Texts, { clientName, scopes, askedFrom }: ApprovePage): Html[] {
  const rows: (Html | undefined)[] = [
    html`<dt>${approve.client}</dt><dd>${clientName}</dd>`,
    ...scopes.map((scope) => html`<dt>${approve.may}</dt><dd>${scopeText(approve, scope)}</dd>`),
    askedFrom &&
      html`<dt>${approve.askedFrom}</dt><dd class="num">${approve.secondsAgo(askedFrom.address, askedFrom.secondsAgo)}</dd>`,
  ]
  return rows.filter((row) => row !== undefined)
}

function scopeText({ scopes, otherScope }: Texts, scope: string): Html {
  const said = Object.hasOwn(scopes, scope) ? scopes[scope as keyof typeof scopes] : otherScope
  return html`${said} <code class="muted">${scope}</code>`
}

function minutesAndSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
