import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, html } from '#web/html.ts'

describe('HTML by template', () => {
  test('escapes what is put in, in text and in attributes', () => {
    const nasty = `<a b="c" d='e'>&`
    expect(html`<p title="${nasty}">${nasty}</p>`.html).toBe(
      '<p title="&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;">&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;</p>',
    )
  })

  test('leaves what was made the same way, one or many', () => {
    const items = ['<1>', '<2>'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${items}</ul>`.html).toBe('<ul><li>&lt;1&gt;</li><li>&lt;2&gt;</li></ul>')
  })

  test('writes numbers, and nothing for what is not there', () => {
    expect(html`${0}|${undefined}|${false}|${[]}`.html).toBe('0|||')
  })

  test('can be undone: no character is lost and none is left that ends an attribute', () => {
    const back: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text)
        expect(escaped).not.toMatch(/[<>"']/)
        expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => back[name]!)).toBe(text)
      }),
    )
  })
})
