/** Reads the forms of a page: what a person's browser would send. For our own pages, not for any HTML of the world. */

export interface HtmlForm {
  readonly action: string
  readonly method: 'GET' | 'POST'
  /** Of hidden and other inputs that have a value already. */
  readonly fields: Readonly<Record<string, string>>
  /** Named buttons: pressing one sends its value too. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[]
}

export function htmlForms(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes, body]) => {
    const form = attributesOf(attributes!)
    const controls = [...body!.matchAll(/<(?:input|button)\b([^>]*)>/g)].map(([, text]) =>
      attributesOf(text!),
    )
    return {
      action: form.get('action') ?? '',
      method: form.get('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      fields: Object.fromEntries(
        controls.filter(isField).map((input) => [input.get('name')!, input.get('value') ?? '']),
      ),
      buttons: controls
        .filter((control) => isButton(control) && control.has('name'))
        .map((button) => ({ name: button.get('name')!, value: button.get('value') ?? '' })),
    }
  })
}

type Attributes = ReadonlyMap<string, string>

const isButton = (control: Attributes) => control.get('type') === 'submit'

const isField = (control: Attributes) => control.has('name') && !isButton(control)

function attributesOf(text: string): Attributes {
  const found = text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)
  return new Map([...found].map(([, name, value]) => [name!.toLowerCase(), decode(value ?? '')]))
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[name] ?? whole
  })
