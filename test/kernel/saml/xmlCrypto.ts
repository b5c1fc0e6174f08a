/** A second implementation of XML Signature, to compare ours with: xml-crypto. */
import { SignedXml } from 'xml-crypto'
import { canonicalXml } from '#kernel/saml/canonicalXml.ts'
import { envelopedSignature, exclusiveC14n, rsaSha256, sha256 } from '#kernel/saml/names.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { attribute, descendants } from '#kernel/saml/xmlElement.ts'

/** The canonical form of the signed element `id`, if xml-crypto finds its signature good; throws if not. */
export function signedReferenceByXmlCrypto(
  xml: string,
  id: string,
  identity: Pick<SigningIdentity, 'certificatePem'>,
): string {
  const signature = descendants(parseXml(xml)).find(
    (each) =>
      each.local === 'Signature' &&
      descendants(each).some((child) => attribute(child, 'URI') === `#${id}`),
  )
  if (signature === undefined) throw new Error(`nothing signs ${id}`)
  const verifier = new SignedXml({ publicCert: identity.certificatePem })
  verifier.loadSignature(canonicalXml(signature))
  if (!verifier.checkSignature(xml)) throw new Error('xml-crypto finds the digest wrong')
  return verifier.getSignedReferences()[0]!
}

export interface XmlCryptoOptions {
  readonly signatureAlgorithm?: string
  readonly digestAlgorithm?: string
  readonly transforms?: readonly string[]
  readonly inclusiveNamespacesPrefixList?: string[]
  readonly prefix?: string
}

/** Signs the Assertion or the Response as xml-crypto does it, right after the Issuer. */
export function signByXmlCrypto(
  xml: string,
  part: 'Assertion' | 'Response',
  identity: SigningIdentity,
  options: XmlCryptoOptions = {},
): string {
  const xpath = part === 'Response' ? '/*' : "//*[local-name(.)='Assertion']"
  const signer = new SignedXml({
    privateKey: identity.privateKeyPem,
    publicCert: identity.certificatePem,
    signatureAlgorithm: options.signatureAlgorithm ?? rsaSha256,
    canonicalizationAlgorithm: exclusiveC14n,
  })
  signer.addReference({
    xpath,
    digestAlgorithm: options.digestAlgorithm ?? sha256,
    transforms: options.transforms ?? [envelopedSignature, exclusiveC14n],
    inclusiveNamespacesPrefixList: options.inclusiveNamespacesPrefixList ?? [],
  })
  const location = { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' as const }
  signer.computeSignature(xml, { location, ...(options.prefix ? { prefix: options.prefix } : {}) })
  return signer.getSignedXml()
}
