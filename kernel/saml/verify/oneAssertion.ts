/** Rule: exactly one Assertion in the whole document, in the clear, directly in the Response. Signature wrapping needs two. */
import { assertionNs } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { descendants, onlyChild, type XmlElement } from '../xmlElement.ts'

export function oneAssertion(response: XmlElement): XmlElement {
  const all = descendants(response)
  // SIMPLIFICATION: IAM can decrypt assertions (AddPrivateKey); Identity Center cannot, and nor can we.
  if (all.some(({ local }) => local.startsWith('Encrypted')))
    throw new SamlRefusal('encryption', 'the document holds encrypted elements')
  const assertions = all.filter(({ local }) => local === 'Assertion')
  if (assertions.length !== 1)
    throw new SamlRefusal(
      'oneAssertion',
      `the document holds ${assertions.length} Assertion elements`,
    )
  return onlyChild(response, assertionNs, 'Assertion', 'oneAssertion')
}
