/** The second step of people with an authenticator app: the code of this moment. */
import type { Language } from '#i18n/language.ts'
import { alertBox } from '#web/alertBox.ts'
import { html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { heading, hiddenFields, idpPage } from './brand.ts'
import { texts } from './texts.ts'

export interface CodePage {
  readonly lang: Language
  readonly serviceProvider: string
  readonly hidden: Readonly<Record<string, string>>
  readonly alert?: CodeAlert | undefined
}

export type CodeAlert =
  | { readonly refusal: 'codeWrong' | 'codeStale' | 'codeUsed'; readonly triesLeft: number }
  | { readonly refusal: 'locked'; readonly seconds: number }

export function codePage({ lang, serviceProvider, hidden, alert }: CodePage): RenderedPage {
  const { code, login } = texts[lang]
  const failed = alert === undefined || alert.refusal === 'locked' ? undefined : alert.refusal
  return idpPage({
    lang,
    title: code.title,
    hop: 3,
    main: html`
${heading(code.heading, code.lead)}
${alert !== undefined && codeAlert(lang, alert)}
<form method="post" action="/login">
${hiddenFields(hidden)}
<div class="field"><label for="totp">${code.code}</label><input class="input code" id="totp" name="totp" inputmode="numeric" autocomplete="one-time-code" required maxlength="10" placeholder="000000" autofocus${failed !== undefined && html` aria-invalid="true" aria-describedby="totp-error"`}>${failed !== undefined && html`<span class="field-error" id="totp-error">${texts[lang].alerts[failed].field}</span>`}</div>
<button class="btn primary big">${code.submit}</button>
</form>
<p class="to">${login.destination(serviceProvider)}</p>`,
  })
}

function codeAlert(lang: Language, alert: CodeAlert) {
  const { alerts, triesLeft } = texts[lang]
  const { refusal } = alert
  if (refusal === 'locked')
    return alertBox({
      refusal,
      title: alerts.locked.title,
      text: alerts.locked.text(alert.seconds),
    })
  const { title, text } = alerts[refusal]
  return alertBox({ refusal, title, text: `${text} ${triesLeft(alert.triesLeft)}` })
}
