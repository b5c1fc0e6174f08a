/** Exclusive XML Canonicalization 1.0 without comments (W3C, 2002): the bytes that signatures are about. */
import { isElement, type XmlAttribute, type XmlElement } from './xmlElement.ts'

export interface CanonicalOptions {
  /** The enveloped-signature transform: this element and all in it are left out. */
  readonly without?: XmlElement | undefined
  /** InclusiveNamespaces PrefixList: these prefixes are written wherever they are in scope ('' for #default). */
  readonly inclusivePrefixes?: readonly string[] | undefined
}

type Namespaces = ReadonlyMap<string, string>

const nothingWritten: Namespaces = new Map()

export function canonicalXml(apex: XmlElement, options: CanonicalOptions = {}): string {
  return write(apex, nothingWritten, options)
}

function write(element: XmlElement, written: Namespaces, options: CanonicalOptions): string {
  const declarations = namespacesToWrite(element, written, options.inclusivePrefixes ?? [])
  const inOutput = declarations.length === 0 ? written : new Map([...written, ...declarations])
  const content = element.children
    .filter((child) => child !== options.without)
    .map((child) => (isElement(child) ? write(child, inOutput, options) : escapeText(child)))
  const start = [
    element.name,
    ...declarations.map(([prefix, uri]) => declaration(prefix, uri)),
    ...[...element.attributes]
      .sort(byNamespaceThenName)
      .map(({ name, value }) => `${name}="${escapeAttribute(value)}"`),
  ]
  return `<${start.join(' ')}>${content.join('')}</${element.name}>`
}

/** Section 3: a namespace is written where it is visibly used and the output has not said it yet. */
function namespacesToWrite(
  element: XmlElement,
  written: Namespaces,
  inclusivePrefixes: readonly string[],
): [prefix: string, uri: string][] {
  const used = new Map([[element.prefix, element.uri]])
  for (const { prefix, uri } of element.attributes) if (prefix !== '') used.set(prefix, uri)
  for (const prefix of inclusivePrefixes) {
    const uri = element.scope.get(prefix) ?? (prefix === '' ? '' : undefined)
    if (uri !== undefined) used.set(prefix, uri)
  }
  used.delete('xml')
  return [...used]
    .filter(([prefix, uri]) => (written.get(prefix) ?? '') !== uri)
    .sort(([a], [b]) => byCodePoint(a, b))
}

function declaration(prefix: string, uri: string): string {
  return `${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`
}

function byNamespaceThenName(a: XmlAttribute, b: XmlAttribute): number {
  return byCodePoint(a.uri, b.uri) || byCodePoint(a.local, b.local)
}

/** UTF-8 keeps the order of code points; JavaScript's own comparison does not. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

const textEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (char) => textEscapes[char]!)
}

const attributeEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<"\t\n\r]/g, (char) => attributeEscapes[char]!)
}
