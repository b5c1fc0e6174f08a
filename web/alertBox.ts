/** The one loud thing on a page: a filled square with a cross, what failed, and what to do. */
import { type Html, html } from './html.ts'

export interface AlertBox {
  /** By which the fields that it is about name it (aria-describedby). */
  readonly id?: string | undefined
  /** A name for scripts and tests: which check failed. */
  readonly refusal: string
  readonly title?: string | undefined
  readonly text: string
}

const cross = html`<svg viewBox="0 0 14 14" aria-hidden="true"><rect x=".5" y=".5" width="13" height="13" rx="2.5" fill="currentColor"/><path d="M4.3 4.3l5.4 5.4m0-5.4L4.3 9.7" stroke="var(--surface)" stroke-width="1.8" stroke-linecap="round"/></svg>`

export function alertBox({ id, refusal, title, text }: AlertBox): Html {
  return html`<div class="alert"${id !== undefined && html` id="${id}"`} role="alert" data-refusal="${refusal}">${cross}<div>${title !== undefined && html`<b>${title}</b><br>`}${text}</div></div>`
}
