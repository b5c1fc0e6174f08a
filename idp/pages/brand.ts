/** The company's own look, so that nobody takes it for AWS or for hopscope: paper, a serif, a pine green button. */
import { type Html, html } from '#web/html.ts'
import { type PartyPage, partyPage, type RenderedPage } from '#web/partyPage.ts'
import { company } from '../company.ts'
import { texts } from './texts.ts'

const hops = 12

export type IdpPage = Pick<PartyPage, 'title' | 'main' | 'script' | 'formOrigins'> & {
  readonly lang: keyof typeof texts
  /** Of the CLI's way to a bucket; none where a page is no part of it. */
  readonly hop?: number | undefined
}

export function idpPage({ lang, main, hop, ...page }: IdpPage): RenderedPage {
  const { say, hop: hopText, footer } = texts[lang]
  return partyPage({
    ...page,
    lang,
    main: html`<div class="card">${brand}${main}</div>`,
    party: 'idp',
    partyName: 'IdP',
    say,
    hop: hop === undefined ? undefined : hopText(hop, hops),
    footer,
    styles,
  })
}

const brand = html`<div class="brand"><svg viewBox="0 0 30 26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"><path d="M3 19h24M3 12.5h24M3 6h15"/><path d="M22 1.5v21" stroke-width="2"/></svg>${company}</div>`

export function heading(title: string, lead?: string): Html {
  return html`<div class="heading"><h1>${title}</h1>${lead !== undefined && html`<p class="soft">${lead}</p>`}</div>`
}

export function hiddenFields(fields: Readonly<Record<string, string>>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
}

const styles = `
:root{--paper:#f4f1ea;--sheet:#fffdf8;--edge:#d9d2c3;--ink:#23261f;--soft:#575b4f;--pine:#2b5d48;--pine-hover:#204a38;--on-pine:#fff;--serif:"Iowan Old Style",Charter,Georgia,"Liberation Serif",serif}
@media (prefers-color-scheme:dark){:root{--paper:#161712;--sheet:#1e201a;--edge:#373a30;--ink:#ebe8dd;--soft:#b1b1a3;--pine:#8cc9aa;--pine-hover:#a5dabe;--on-pine:#10241a}}
body{background:var(--paper);color:var(--ink)}
.card{max-width:392px;padding:var(--s6);background:var(--sheet);border:1px solid var(--edge);border-radius:var(--r3);display:grid;gap:20px}
.brand{display:flex;gap:10px;align-items:center;font:600 20px/24px var(--serif)}
.brand svg{width:30px;height:26px;color:var(--pine)}
h1{font:600 26px/32px var(--serif);letter-spacing:0;overflow-wrap:anywhere}
form{display:grid;gap:var(--s4)}
.heading,nav{display:grid;gap:var(--s1)}
nav a{display:inline-block;padding:2px 0}
.soft{color:var(--soft)}
.input,.btn{background:var(--sheet)}
.btn:hover{background:var(--paper)}
.btn.primary{background:var(--pine);border-color:var(--pine);color:var(--on-pine)}
.btn.primary:hover{background:var(--pine-hover);border-color:var(--pine-hover);color:var(--on-pine)}
a{color:var(--pine)}
.card :focus-visible{outline-color:var(--pine)}
.field-error{color:var(--fail);font-size:var(--t-s);line-height:16px;font-weight:500}
.code{font:500 16px var(--mono);letter-spacing:.24em}
.to{border-top:1px solid var(--edge);padding-top:14px;color:var(--soft);font-size:var(--t-s);line-height:18px;overflow-wrap:anywhere}
.found{font:400 var(--t-wire)/18px var(--mono);overflow-wrap:anywhere}
.strip{color:var(--text)}
footer{padding:var(--s4);text-align:center;color:var(--soft);font-size:var(--t-s)}
@media (max-width:480px){.card{padding:var(--s5) var(--s4)}}
`
