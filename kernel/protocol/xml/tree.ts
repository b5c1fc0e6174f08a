/** XML 1.0 into a small tree, for reading by shape. No DOCTYPE, so no entities but the five; bounded depth and count. */
import { isUtf8 } from 'node:buffer'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { BadValue } from '../badValue.ts'

export interface XmlElement {
  /** Without its prefix: clients choose prefixes freely, AWS goes by local names. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text directly inside, verbatim. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

const maxDepth = 32
/** CompleteMultipartUpload, AWS's largest document, has 10,000 parts of up to eight elements. */
const maxElements = 100_000

export function parseXml(body: Buffer): XmlElement {
  if (!isUtf8(body)) throw bad('the document is not UTF-8')
  const document = openElement('', {})
  const open: OpenElement[] = [document]
  let elements = 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    throw bad(error.message)
  })
  parser.on('doctype', () => {
    throw bad('a document type is not allowed')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++elements > maxElements) throw bad(`more than ${maxElements} elements`)
    if (open.length > maxDepth) throw bad(`more than ${maxDepth} levels`)
    const element = openElement(localName(tag.name), tag.attributes)
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (text: string): void => {
    open.at(-1)!.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(body.toString('utf8'))
  parser.close()
  return document.children[0] ?? refuseEmpty()
}

const openElement = (name: string, attributes: Record<string, string>): OpenElement => ({
  name,
  attributes,
  children: [],
  text: '',
})

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function refuseEmpty(): never {
  throw bad('the document has no element')
}

const bad = (problem: string): BadValue => new BadValue({ kind: 'body', problem })
