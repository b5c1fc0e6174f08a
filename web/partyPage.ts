/** The frame of every page that a party of the flow serves: who is speaking, which hop, and below it the party's own content. */
import { baseStyles } from './baseStyles.ts'
import { type Html, html } from './html.ts'
import { pageHeaders } from './pageHeaders.ts'
import { tokens } from './tokens.ts'

export interface PartyPage {
  readonly lang: string
  readonly title: string
  /** Chooses the lane colour. */
  readonly party: 'idp' | 'idc' | 'sts' | 'iam' | 's3'
  readonly partyName: string
  /** One sentence in the strip: who is speaking. */
  readonly say: string
  readonly hop?: string | undefined
  /** The party's own look, after the shared one. */
  readonly styles: string
  readonly main: Html
  readonly footer?: string | undefined
  readonly script?: string | undefined
  /** Origins that its forms may post to, beside its own. */
  readonly formOrigins?: readonly string[] | undefined
}

export interface RenderedPage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function partyPage(page: PartyPage): RenderedPage {
  const styles = tokens + baseStyles + frameStyles + page.styles
  const headers = pageHeaders({ styles, script: page.script, formOrigins: page.formOrigins })
  return { headers, body: documentOf(page, styles).html }
}

/** Styles and scripts are our own constants; escaping would break them. */
const verbatim = (text: string): Html => ({ html: text })

function documentOf(page: PartyPage, styles: string): Html {
  return html`<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${page.title}</title>
<style>${verbatim(styles)}</style>
</head>
<body>
${strip(page)}
<main>${page.main}</main>
${page.footer !== undefined && html`<footer>${page.footer}</footer>`}
${page.script !== undefined && html`<script>${verbatim(page.script)}</script>`}
</body>
</html>
`
}

const logo = html`<svg viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="7.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M1.5 9h5.2m2.6 0h7" stroke="var(--accent)" stroke-width="1.8"/><circle cx="8.9" cy="9" r="2.3" fill="var(--accent)"/></svg>`

function strip({ party, partyName, say, hop }: PartyPage): Html {
  return html`<header class="strip" data-p="${party}"><span class="logo">${logo}<span>hopscope</span></span><span class="party">${partyName}</span><span class="muted say">${say}</span>${hop !== undefined && html`<span class="end muted num">${hop}</span>`}</header>`
}

const frameStyles = `
body{min-height:100vh;display:grid;grid-template-rows:auto 1fr auto}
main{display:grid;place-items:center;padding:var(--s5) var(--s4)}
.card{width:100%}
.alert{display:grid;grid-template-columns:16px 1fr;gap:10px;padding:10px 12px;border:1px solid var(--fail);border-radius:var(--r2);background:var(--fail-tint);color:var(--text)}
.alert svg{width:14px;height:14px;color:var(--fail);margin-top:3px}
@media (max-width:640px){.strip{flex-wrap:wrap;row-gap:0}.strip .say{order:1;flex-basis:100%}}
`
