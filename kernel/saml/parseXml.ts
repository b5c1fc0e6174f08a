/** The one parser of SAML: whatever is judged, hashed or read comes from the tree it makes (XML 1.0, Namespaces 1.0). */
import { type SaxesOptions, SaxesParser, type SaxesTagNS } from 'saxes'
import { xmlNs } from './names.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import type { XmlElement, XmlNode } from './xmlElement.ts'

export interface ParseLimits {
  /** Of the encoded text. Messages of the flow stay under 30 KB. */
  readonly maxBytes?: number | undefined
  /** Each is looked at by every rule, so a message of many small ones would be work for us at no cost to the sender. */
  readonly maxElements?: number | undefined
  /** Comments split text nodes and are hashed by nobody, so messages may have none; metadata files may. */
  readonly comments?: 'refuse' | 'skip' | undefined
}

export const messageBytes = 256 * 1024
const messageElements = 4_000
const maxDepth = 64
const maxAttributes = 128
/** The canonical form repeats a namespace URI at many elements: a long one would make megabytes of a few bytes. */
const maxNamespaceLength = 256
const xmlnsNs = 'http://www.w3.org/2000/xmlns/'

const saxesOptions = {
  xmlns: true,
  position: false,
  // An XML 1.1 declaration would change what a line end and a character are.
  defaultXMLVersion: '1.0',
  forceXMLVersion: true,
} as const satisfies SaxesOptions

export function parseXml(xml: string | Uint8Array, limits: ParseLimits = {}): XmlElement {
  const { maxBytes = messageBytes, maxElements = messageElements, comments = 'refuse' } = limits
  return treeOf(xmlText(xml, maxBytes), { maxElements, comments })
}

function xmlText(xml: string | Uint8Array, maxBytes: number): string {
  const bytes = typeof xml === 'string' ? Buffer.byteLength(xml) : xml.byteLength
  if (bytes > maxBytes)
    throw new SamlRefusal('size', `the document has ${bytes} bytes; ${maxBytes} are allowed`)
  if (typeof xml === 'string') return wellFormedText(xml)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(xml)
  } catch {
    throw new SamlRefusal('encoding', 'the document is not UTF-8')
  }
}

function wellFormedText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new SamlRefusal('encoding', 'the document is not UTF-8')
  return text
}

interface TreeLimits {
  readonly maxElements: number
  readonly comments: 'refuse' | 'skip'
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[]
}

function treeOf(text: string, { maxElements, comments }: TreeLimits): XmlElement {
  const parser = new SaxesParser(saxesOptions)
  refuseWhatMayNotOccur(parser, comments)
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let count = 0

  parser.on('opentag', (tag) => {
    count += 1
    refuseTooMany(count, maxElements, 'elements')
    refuseTooMany(open.length + 1, maxDepth, 'levels of elements')
    const parent = open.at(-1)
    const child = elementOf(tag, parent)
    parent?.children.push(child)
    root ??= child
    open.push(child)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (part: string) => appendText(open.at(-1)?.children ?? [], part)
  parser.on('text', addText)
  parser.on('cdata', addText)

  parser.write(text).close()
  if (root === undefined) throw new SamlRefusal('wellFormed', 'the document holds no element')
  return root
}

function refuseWhatMayNotOccur(
  parser: SaxesParser<typeof saxesOptions>,
  comments: TreeLimits['comments'],
): void {
  parser.on('error', (error) => {
    throw new SamlRefusal('wellFormed', `the document is not well-formed XML: ${error.message}`)
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')
      throw new SamlRefusal('encoding', 'the document declares an encoding other than UTF-8')
  })
  parser.on('doctype', () => {
    throw new SamlRefusal('doctype', 'the document has a DOCTYPE')
  })
  parser.on('processinginstruction', () => {
    throw new SamlRefusal('processingInstruction', 'the document has a processing instruction')
  })
  parser.on('comment', () => {
    if (comments === 'refuse') throw new SamlRefusal('comment', 'the document has a comment')
  })
}

function refuseTooMany(count: number, limit: number, what: string): void {
  if (count > limit) throw new SamlRefusal('size', `the document has more than ${limit} ${what}`)
}

/** CDATA, references and line ends cut text into pieces; to every reader it is one. */
function appendText(children: XmlNode[], part: string): void {
  if (part === '') return
  const last = children.at(-1)
  if (typeof last === 'string') children[children.length - 1] = last + part
  else children.push(part)
}

function elementOf(tag: SaxesTagNS, parent: XmlElement | undefined): OpenElement {
  const all = Object.values(tag.attributes)
  refuseTooMany(all.length, maxAttributes, 'attributes on one element')
  const attributes = all.filter((each) => each.uri !== xmlnsNs)
  return {
    name: tag.name,
    prefix: tag.prefix,
    local: tag.local,
    uri: tag.uri,
    attributes: attributes.map(({ name, prefix, local, uri, value }) => ({
      name,
      prefix,
      local,
      uri,
      value,
    })),
    scope: scopeOf(tag, parent),
    children: [],
  }
}

/** The parent's namespaces and those declared here. Most elements declare none and share the parent's map. */
function scopeOf(tag: SaxesTagNS, parent: XmlElement | undefined): ReadonlyMap<string, string> {
  const inherited = parent?.scope ?? new Map<string, string>()
  const declared = Object.entries(tag.ns)
  if (declared.length === 0) return inherited
  for (const [prefix, uri] of declared) refuseNamespace(prefix, uri)
  return new Map([...inherited, ...declared])
}

/** Canonical XML 1.0 section 1.3: a relative namespace URI has no canonical form, so nothing can vouch for it. */
function refuseNamespace(prefix: string, uri: string): void {
  if (uri.length > maxNamespaceLength)
    throw new SamlRefusal('size', `a namespace URI has more than ${maxNamespaceLength} characters`)
  if (uri === '' && prefix === '') return
  if (uri === xmlNs || /^[A-Za-z][A-Za-z0-9+.-]*:./.test(uri)) return
  throw new SamlRefusal('wellFormed', 'the document declares a relative namespace URI')
}
