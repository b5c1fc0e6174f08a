/**
 * Prints the SAML messages that nobody signs (metadata, AuthnRequest), as xmlbuilder2 documents.
 * A signature is about bytes: what is signed is printed by canonicalXml, whose bytes were hashed.
 */
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { isElement, type XmlElement } from './xmlElement.ts'

/** Without XML declaration: the encoding is UTF-8, and a message by HTTP-Redirect stays short. */
export async function printDocument(root: XmlElement): Promise<string> {
  const { create } = await xmlbuilder2()
  const document = create()
  append(document, root)
  return document.end({ headless: true })
}

/** CommonJS, loaded on first use (it costs 60 ms): Node and our bundle both give it as `default`. */
async function xmlbuilder2() {
  const { default: loaded } = await import('xmlbuilder2')
  return loaded
}

function append(parent: XMLBuilder, { uri, name, attributes, children }: XmlElement): void {
  const node = parent.ele(uri, name)
  for (const each of attributes) node.att(each.uri || null, each.name, written(each.value))
  for (const child of children)
    if (isElement(child)) append(node, child)
    else node.txt(written(child))
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/**
 * xmlbuilder2 leaves what looks like a reference as it is (`R&amp;D` would be read as `R&D`), and white space raw,
 * which readers normalise (XML 1.0, 2.11 and 3.3.3). So these are references already when it gets them.
 */
function written(value: string): string {
  return value.replace(/[&\t\n\r]/g, (char) => references[char]!)
}
