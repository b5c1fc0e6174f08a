/** A page that says how something ended: allowed, denied, signed out, or refused with the check that failed. */
import type { Language } from '#i18n/language.ts'
import { alertBox } from '#web/alertBox.ts'
import { type Html, html } from '#web/html.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { frame, type Person } from './frame.ts'
import { type IdentityCenterTexts, texts } from './texts.ts'

export type MessageKind = keyof IdentityCenterTexts['messages']

/** The check by its name, and what it saw; as a SamlRefusal carries it. */
export interface FailedCheck {
  readonly check: string
  readonly reason: string
  readonly expected?: string | undefined
  readonly found?: string | undefined
}

export interface MessagePage {
  readonly lang: Language
  readonly kind: MessageKind
  readonly person?: Person | undefined
  readonly hop?: { readonly number: number; readonly of: number } | undefined
  readonly failed?: FailedCheck | undefined
}

const refusals: readonly MessageKind[] = [
  'unknownCode',
  'signInFailed',
  'staleForm',
  'tooManyCodes',
  'unavailable',
  'noInstance',
]

/** Where a person goes on, so that no page is the end of the road. */
const nexts: Partial<
  Record<MessageKind, { href: string; label: keyof IdentityCenterTexts['next'] }>
> = {
  approved: { href: '/start', label: 'accounts' },
  denied: { href: '/start', label: 'accounts' },
  staleForm: { href: '/start', label: 'accounts' },
  unknownCode: { href: '/device', label: 'anotherCode' },
  signedOut: { href: '/start', label: 'signIn' },
  signInFailed: { href: '/start', label: 'signIn' },
}

const check = html`<svg viewBox="0 0 14 14" aria-hidden="true"><path d="M2.5 7.5l3 3 6-7"/></svg>`

export function messagePage({ lang, kind, person, hop, failed }: MessagePage): RenderedPage {
  const next = nexts[kind]
  const { heading, text } = texts[lang].messages[kind]
  const said = refusals.includes(kind)
    ? html`<h1>${heading}</h1>${alertBox({ refusal: failed?.check ?? kind, text })}`
    : html`<div class="said" role="status"><h1${kind === 'approved' && html` class="done"`}>${kind === 'approved' && check}${heading}</h1><p class="muted">${text}</p></div>`
  return frame({
    lang,
    title: heading,
    person,
    hop,
    content: html`${said}
${failed !== undefined && failedCheck(lang, failed)}
${next !== undefined && html`<p><a class="btn big" href="${next.href}">${texts[lang].next[next.label]}</a></p>`}`,
  })
}

/** Names of checks and what was found are English, as on the wire. */
function failedCheck(lang: Language, { check, reason, expected, found }: FailedCheck): Html {
  const labels = texts[lang].failedCheck
  const rows = [
    [labels.check, check],
    [labels.reason, reason],
    [labels.expected, expected],
    [labels.found, found],
  ].filter((row): row is [string, string] => row[1] !== undefined)
  return html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd><code lang="en">${value}</code></dd>`)}</dl>`
}
