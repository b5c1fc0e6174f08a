/** Whose entity it is, by the name that people know (SAML metadata 2.3.2.1). */
import { metadataNs, xmlNs } from './names.ts'
import { childrenNamed, element, textOf, type XmlAttribute, type XmlElement } from './xmlElement.ts'

export interface Organization {
  readonly name: string
  readonly url: string
}

const english: XmlAttribute = {
  name: 'xml:lang',
  prefix: 'xml',
  local: 'lang',
  uri: xmlNs,
  value: 'en',
}

/** The schema wants all three, each with its language; names are said to be the same in every one. */
export function organizationElement({ name, url }: Organization): XmlElement {
  const inEnglish = (local: string, text: string): XmlElement => ({
    ...element(`md:${local}`, metadataNs, {}, [text]),
    attributes: [english],
  })
  return element('md:Organization', metadataNs, {}, [
    inEnglish('OrganizationName', name),
    inEnglish('OrganizationDisplayName', name),
    inEnglish('OrganizationURL', url),
  ])
}

/** The first display name. Metadata without an Organization is as good. */
export function organizationName(entity: XmlElement): string | undefined {
  const [organization] = childrenNamed(entity, metadataNs, 'Organization')
  const [name] = organization
    ? childrenNamed(organization, metadataNs, 'OrganizationDisplayName')
    : []
  return name && (textOf(name, 'message').trim().slice(0, longestName) || undefined)
}

const longestName = 100
