/** The login page: email and password. */
import type { Language } from '#i18n/language.ts'
import { alertBox } from '#web/alertBox.ts'
import { html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { heading, hiddenFields, idpPage } from './brand.ts'
import { texts } from './texts.ts'

export interface LoginPage {
  readonly lang: Language
  /** Where the person goes afterwards. */
  readonly serviceProvider: string
  /** What the form sends along: whose request it answers, and the token against forged forms. */
  readonly hidden: Readonly<Record<string, string>>
  readonly userName?: string | undefined
  readonly alert?: LoginAlert | undefined
}

export type LoginAlert =
  | { readonly refusal: 'credentials'; readonly triesLeft: number }
  | { readonly refusal: 'locked'; readonly seconds: number }
  | { readonly refusal: 'form' | 'challenge' }

const alertId = 'refused'

export function loginPage({
  lang,
  serviceProvider,
  hidden,
  userName = '',
  alert,
}: LoginPage): RenderedPage {
  const { login } = texts[lang]
  const invalid =
    alert?.refusal === 'credentials' && html` aria-invalid="true" aria-describedby="${alertId}"`
  // Who is known by name goes on with the password.
  const focus = html` autofocus`
  const isNamed = userName !== ''
  return idpPage({
    lang,
    title: login.title,
    hop: 3,
    main: html`
${heading(login.heading, login.lead)}
${alert !== undefined && loginAlert(lang, alert)}
<form method="post" action="/login">
${hiddenFields(hidden)}
<div class="field"><label for="userName">${login.userName}</label><input class="input" id="userName" name="userName" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" required maxlength="256" value="${userName}"${invalid}${!isNamed && focus}></div>
<div class="field"><label for="password">${login.password}</label><input class="input" id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024"${invalid}${isNamed && focus}></div>
<button class="btn primary big">${login.submit}</button>
</form>
<p class="to">${login.destination(serviceProvider)}</p>`,
  })
}

function loginAlert(lang: Language, alert: LoginAlert) {
  const { alerts, triesLeft } = texts[lang]
  const { refusal } = alert
  if (refusal === 'locked')
    return alertBox({
      id: alertId,
      refusal,
      title: alerts.locked.title,
      text: alerts.locked.text(alert.seconds),
    })
  const { title, text } = alerts[refusal]
  if (refusal !== 'credentials') return alertBox({ id: alertId, refusal, title, text })
  return alertBox({ id: alertId, refusal, title, text: `${text} ${triesLeft(alert.triesLeft)}` })
}
