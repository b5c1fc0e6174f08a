/** XML Signature, enveloped, RSA-SHA256 over exclusive canonical XML (W3C XMLDSig 1.1; SAML core 5.4). */
import { createHash, createPrivateKey, sign as signBytes } from 'node:crypto'
import { canonicalXml } from './canonicalXml.ts'
import {
  assertionNs,
  envelopedSignature,
  exclusiveC14n,
  rsaSha256,
  sha256,
  signatureNs,
} from './names.ts'
import { parseXml } from './parseXml.ts'
import { SamlRefusal } from './SamlRefusal.ts'
import type { SigningIdentity } from './signingIdentity.ts'
import { attribute, childrenNamed, element, onlyChild, type XmlElement } from './xmlElement.ts'

export type SignedPart = 'Assertion' | 'Response' | 'both'

type Signer = Pick<SigningIdentity, 'privateKeyPem' | 'certificateBase64'>

/** Signs a Response, its Assertion, or first the one inside and then the one around it. */
export function signResponse(xml: string, identity: Signer, part: SignedPart): string {
  let response = parseXml(xml)
  if (part !== 'Response') response = signAssertion(response, identity)
  if (part !== 'Assertion') response = signed(response, identity)
  return canonicalXml(response)
}

function signAssertion(response: XmlElement, identity: Signer): XmlElement {
  const assertion = onlyChild(response, assertionNs, 'Assertion', 'oneAssertion')
  return replaced(response, assertion, [signed(assertion, identity)])
}

/** SAML core's schema wants the Signature right after the Issuer. */
function signed(target: XmlElement, identity: Signer): XmlElement {
  const issuer = onlyChild(target, assertionNs, 'Issuer', 'issuer')
  if (childrenNamed(target, signatureNs, 'Signature').length > 0)
    throw new SamlRefusal('signaturePlace', `${target.local} is signed already`)
  return replaced(target, issuer, [issuer, signatureOf(target, identity)])
}

function replaced(parent: XmlElement, old: XmlElement, now: readonly XmlElement[]): XmlElement {
  return { ...parent, children: parent.children.flatMap((child) => (child === old ? now : child)) }
}

function signatureOf(target: XmlElement, { privateKeyPem, certificateBase64 }: Signer): XmlElement {
  const info = signedInfo(target)
  const value = signBytes(
    'sha256',
    Buffer.from(canonicalXml(info)),
    createPrivateKey(privateKeyPem),
  )
  return ds('Signature', {}, [
    info,
    ds('SignatureValue', {}, [value.toString('base64')]),
    ds('KeyInfo', {}, [ds('X509Data', {}, [ds('X509Certificate', {}, [certificateBase64])])]),
  ])
}

function signedInfo(target: XmlElement): XmlElement {
  const digest = createHash('sha256').update(canonicalXml(target)).digest('base64')
  return ds('SignedInfo', {}, [
    ds('CanonicalizationMethod', { Algorithm: exclusiveC14n }),
    ds('SignatureMethod', { Algorithm: rsaSha256 }),
    ds('Reference', { URI: `#${attribute(target, 'ID')}` }, [
      ds('Transforms', {}, [
        ds('Transform', { Algorithm: envelopedSignature }),
        ds('Transform', { Algorithm: exclusiveC14n }),
      ]),
      ds('DigestMethod', { Algorithm: sha256 }),
      ds('DigestValue', {}, [digest]),
    ]),
  ])
}

function ds(
  local: string,
  attributes: Record<string, string> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return element(`ds:${local}`, signatureNs, attributes, children)
}
