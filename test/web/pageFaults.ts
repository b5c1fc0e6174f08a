/** What is wrong with a page: the basics of HTML, of assistive technology, and of its own Content-Security-Policy. */
import { createHash } from 'node:crypto'
import type { RenderedPage } from '#web/partyPage.ts'

const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([a-z-]+)(?:="([^"]*)")?(?=[\s>/])/gi)]
      .slice(1)
      .map(([, name, value]) => [name!, value ?? '']),
  )

const tags = (html: string, name: string) =>
  html.match(new RegExp(`<${name}[\\s>][^>]*>?`, 'g')) ?? []

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Empty for a good page. */
export function pageFaults({ body, headers }: RenderedPage, lang: string): string[] {
  const html = body.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>')
  const faults: string[] = []
  const want = (holds: boolean, fault: string) => void (holds || faults.push(fault))

  const inTags = (html.match(/<[^>]*>/g) ?? []).join('').replace(/"[^"]*"/g, '""')
  want(body.startsWith('<!doctype html>\n'), 'no doctype')
  want(html.includes(`<html lang="${lang}">`), 'no lang')
  want(/<title>[^<]+<\/title>/.test(html), 'no title')
  want(html.includes('name="viewport"'), 'no viewport')
  want(tags(html, 'h1').length === 1, 'not one h1')
  want(tags(html, 'main').length === 1, 'not one main')

  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
  want(new Set(ids).size === ids.length, 'an id twice')
  const labels = [...html.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id)
  for (const input of tags(html, 'input').map(attributesOf)) {
    if (input.get('type') === 'hidden') continue
    want(labels.includes(input.get('id')), `no label for ${input.get('name')}`)
    want((input.get('autocomplete') ?? '') !== '', `no autocomplete for ${input.get('name')}`)
  }
  for (const [, references] of html.matchAll(/ aria-(?:labelledby|describedby)="([^"]*)"/g))
    for (const id of references!.split(' ')) want(ids.includes(id), `aria names ${id}`)
  for (const svg of tags(html, 'svg'))
    want(svg.includes('aria-hidden="true"'), 'an svg that speaks')
  for (const form of tags(html, 'form')) want(form.includes('method="post"'), 'a form by GET')
  for (const field of tags(html, 'input').map(attributesOf))
    want(
      field.get('aria-invalid') !== 'true' || field.has('aria-describedby'),
      `an error that ${field.get('name')} does not name`,
    )
  want(tags(html, '[a-z0-9]+').filter((tag) => / autofocus/.test(tag)).length < 2, 'two autofocus')

  for (const tag of [
    'main',
    'form',
    'div',
    'p',
    'dl',
    'dt',
    'dd',
    'ul',
    'li',
    'nav',
    'header',
    'footer',
    'button',
    'span',
    'label',
    'a',
    'h1',
    'svg',
    'code',
    'output',
  ])
    want(
      tags(html, tag).length === (html.match(new RegExp(`</${tag}>`, 'g')) ?? []).length,
      `${tag} is not closed`,
    )

  want(!/\s(src|srcset|style|on[a-z]+)=/.test(inTags), 'a source, a style or a handler inside')
  want(!tags(html, 'link').length, 'a link to something outside')
  want(!/url\(|@import/.test(body), 'styles that load something')
  const csp = String(headers['content-security-policy'])
  for (const kind of ['style', 'script'] as const) {
    const contents = [...body.matchAll(new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`, 'g'))].map(
      ([, text]) => text!,
    )
    const allowed = csp.match(new RegExp(`${kind}-src ([^;]*)`))?.[1] ?? "'none'"
    want(
      contents.length === 0 ? allowed === "'none'" : contents.map(hash).join(' ') === allowed,
      `${kind} is not the one allowed`,
    )
  }
  for (const rule of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    want(csp.includes(rule), `no ${rule}`)
  want(headers['cache-control'] === 'no-store', 'kept by caches')
  want(!/undefined|\[object|NaN|null/.test(html), 'a value that was forgotten')
  return faults
}
