/** Rule: Response and Assertion come from the identity provider that is configured (SAML profiles 4.1.4.2). */
import { assertionNs } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { onlyChild, optionalChild, textOf, type XmlElement } from '../xmlElement.ts'

export function expectedIssuer(response: XmlElement, assertion: XmlElement, issuer: string): void {
  const onResponse = optionalChild(response, assertionNs, 'Issuer', 'issuer')
  if (onResponse !== undefined) refuseOther(textOf(onResponse, 'issuer'), issuer)
  refuseOther(textOf(onlyChild(assertion, assertionNs, 'Issuer', 'issuer'), 'issuer'), issuer)
}

function refuseOther(found: string, expected: string): void {
  if (found !== expected)
    throw new SamlRefusal('issuer', 'the issuer is not the configured identity provider', {
      expected,
      found: found.slice(0, 200),
    })
}
