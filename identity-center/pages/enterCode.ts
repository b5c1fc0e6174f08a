/** Where a person comes who typed the short address: which code does the terminal show? (RFC 8628 3.3) */
import type { Language } from '#i18n/language.ts'
import { html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { frame, type Person } from './frame.ts'
import { hiddenFields } from './hiddenFields.ts'
import { texts } from './texts.ts'

export interface EnterCodePage {
  readonly lang: Language
  readonly person: Person
  readonly hop?: { readonly number: number; readonly of: number } | undefined
  /** What was typed and is no code. */
  readonly wrong?: string | undefined
  /** What the form sends along; the token against forged forms is among it. */
  readonly hidden: Readonly<Record<string, string>>
}

const longestTyped = 20

export function enterCodePage({ lang, person, hop, wrong, hidden }: EnterCodePage): RenderedPage {
  const { enterCode } = texts[lang]
  const typed = wrong?.slice(0, longestTyped)
  return frame({
    lang,
    title: enterCode.title,
    person,
    hop,
    content: html`
<div><h1>${enterCode.heading}</h1><p class="muted">${enterCode.lead}</p></div>
<form method="post" action="/device/code">${hiddenFields(hidden)}
<div class="field"><label for="user_code">${enterCode.code}</label><input class="input mono" id="user_code" name="user_code" autocapitalize="characters" autocomplete="off" spellcheck="false" required maxlength="${longestTyped}" autofocus${typed !== undefined && html` value="${typed}" aria-invalid="true" aria-describedby="code-error"`}>${typed !== undefined && html`<span class="field-error" id="code-error">${enterCode.wrong}</span>`}</div>
<button class="btn primary big">${enterCode.submit}</button>
</form>`,
  })
}
