/** An XML element as all of SAML's code sees it: immutable, with namespaces resolved. */
import { type SamlCheck, SamlRefusal } from './SamlRefusal.ts'

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly uri: string
  /** Without namespace declarations. */
  readonly attributes: readonly XmlAttribute[]
  /** Every namespace in scope here, by prefix ('' is the default one). */
  readonly scope: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** What XML 1.0 cannot hold, escaped or not (section 2.2). */
const notXmlChar = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** A new element; attributes have no namespace, as all those of SAML, and undefined ones are left out. */
export function element(
  name: `${string}:${string}`,
  uri: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlNode | undefined)[] = [],
): XmlElement {
  const [prefix, local] = name.split(':') as [string, string]
  const nodes = children.filter((child) => child !== undefined)
  for (const text of [...Object.values(attributes), ...nodes])
    if (typeof text === 'string' && notXmlChar.test(text))
      throw new SamlRefusal('wellFormed', `${name} would hold a character that XML cannot carry`)
  return {
    name,
    prefix,
    local,
    uri,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: key, prefix: '', local: key, uri: '', value }],
    ),
    scope: new Map([[prefix, uri]]),
    children: nodes,
  }
}

/** The value of an attribute that has no namespace. */
export function attribute(of: XmlElement, local: string): string | undefined {
  return of.attributes.find((each) => each.uri === '' && each.local === local)?.value
}

export function elements(of: XmlElement): XmlElement[] {
  return of.children.filter(isElement)
}

export function childrenNamed(of: XmlElement, uri: string, local: string): XmlElement[] {
  return elements(of).filter((child) => child.uri === uri && child.local === local)
}

/** The only child of that name; undefined where there is none, refused where there are several. */
export function optionalChild(
  of: XmlElement,
  uri: string,
  local: string,
  check: SamlCheck,
): XmlElement | undefined {
  const found = childrenNamed(of, uri, local)
  if (found.length > 1)
    throw new SamlRefusal(check, `${of.local} holds ${found.length} ${local} elements`)
  return found[0]
}

export function onlyChild(
  of: XmlElement,
  uri: string,
  local: string,
  check: SamlCheck,
): XmlElement {
  const found = optionalChild(of, uri, local, check)
  if (found === undefined) throw new SamlRefusal(check, `${of.local} holds no ${local} element`)
  return found
}

/** The text of an element that may hold nothing but text. */
export function textOf(of: XmlElement, check: SamlCheck): string {
  if (elements(of).length > 0)
    throw new SamlRefusal(check, `${of.local} holds elements where only text may stand`)
  return of.children.join('')
}

/** All text below an element, in document order. */
export function deepText(of: XmlElement): string {
  return of.children.map((child) => (isElement(child) ? deepText(child) : child)).join('')
}

/** The element and all below it, in document order. */
export function descendants(of: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (each: XmlElement) => {
    found.push(each)
    for (const child of each.children) if (isElement(child)) visit(child)
  }
  visit(of)
  return found
}
