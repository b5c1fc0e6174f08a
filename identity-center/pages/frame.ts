/** The look of Identity Center's pages: the neutral one, with its lane on top. */
import type { Language } from '#i18n/language.ts'
import { type Html, html } from '#web/html.ts'
import { partyPage, type RenderedPage } from '#web/partyPage.ts'
import { texts } from './texts.ts'

export interface Person {
  readonly name: string
  /** The identity provider through which they came. */
  readonly company: string
}

export interface FramedPage {
  readonly lang: Language
  readonly title: string
  readonly person?: Person | undefined
  readonly hop?: { readonly number: number; readonly of: number } | undefined
  readonly content: Html
}

export function frame({ lang, title, person, hop, content }: FramedPage): RenderedPage {
  const { party, notSignedIn, signedInAs, hop: hopText } = texts[lang]
  return partyPage({
    lang,
    title,
    party: 'idc',
    partyName: party,
    say: person === undefined ? notSignedIn : signedInAs(person.name, person.company),
    hop: hop && hopText(hop.number, hop.of),
    styles,
    main: html`<div class="card">${content}</div>`,
  })
}

const styles = `
.card{max-width:480px;padding:var(--s6);display:grid;gap:20px}
h1{font-size:22px;line-height:28px;overflow-wrap:anywhere}
.code{display:grid;gap:6px;justify-items:center;padding:18px;background:var(--sunken);border-radius:var(--r3)}
.code output{font:600 30px/36px var(--mono);letter-spacing:.1em;user-select:all}
dl{display:grid;grid-template-columns:auto 1fr;gap:6px var(--s4)}
dt{color:var(--muted)}
dd{overflow-wrap:anywhere}
.roles{display:grid;gap:var(--s1)}
.roles>li,.account h2{display:flex;gap:0 var(--s3);flex-wrap:wrap;justify-content:space-between;align-items:baseline;overflow-wrap:anywhere}
.roles b{font-weight:500}
.account{display:grid;gap:var(--s2);border-top:1px solid var(--line);padding-top:var(--s4)}
.account h2 code{font-weight:400}
.said{display:grid;gap:var(--s1)}
.done{display:flex;gap:10px;align-items:center}
.done svg{width:20px;height:20px;flex:none;fill:none;stroke:var(--ok);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
form{display:grid;gap:var(--s4)}
.field-error{color:var(--fail);font-size:var(--t-s);line-height:16px;font-weight:500}
.acts{display:grid;grid-template-columns:1fr 1fr;gap:var(--s2)}
@media (max-width:480px){.card{padding:var(--s5) var(--s4)}.code output{font-size:25px}}
`
