/** Rule: no ID occurs twice. A signature names what it signs by ID, so a twin could be read in its place. */
import { SamlRefusal } from '../SamlRefusal.ts'
import { descendants, type XmlElement } from '../xmlElement.ts'

export function uniqueIds(root: XmlElement): void {
  const seen = new Set<string>()
  for (const { attributes } of descendants(root))
    for (const { local, value } of attributes) {
      // `ID` in SAML, `Id` in XML Signature, `xml:id` everywhere: some reader somewhere honours each.
      if (local.toLowerCase() !== 'id') continue
      if (seen.has(value))
        throw new SamlRefusal('uniqueId', `the ID ${value.slice(0, 80)} occurs twice`)
      seen.add(value)
    }
}
