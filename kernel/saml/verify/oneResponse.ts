/** Rule: the document is one Response of SAML 2.0 and holds no second one. */
import { protocolNs } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { attribute, descendants, type XmlElement } from '../xmlElement.ts'

export function oneResponse(root: XmlElement): void {
  if (root.uri !== protocolNs || root.local !== 'Response')
    throw new SamlRefusal('message', 'the document is not a Response')
  if (attribute(root, 'Version') !== '2.0')
    throw new SamlRefusal('message', 'the Response is not of SAML 2.0')
  if (!attribute(root, 'ID')) throw new SamlRefusal('message', 'the Response has no ID')
  // By local name in any namespace: a look-alike is there to confuse some reader.
  const responses = descendants(root).filter(({ local }) => local === 'Response')
  if (responses.length > 1)
    throw new SamlRefusal('message', `the document holds ${responses.length} Response elements`)
}
