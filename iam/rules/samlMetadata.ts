/** The metadata document of a SAML identity provider, before IAM trusts it (SAML metadata, 2.3 and 2.4). */
import { readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { metadataBytes } from '#kernel/saml/metadata.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { attribute } from '#kernel/saml/xmlElement.ts'
import { invalidMetadata, notImplemented } from '../errors.ts'

/** [K] How long a provider is good whose metadata sets no end. */
const HUNDRED_YEARS = 100 * 365.25 * 24 * 3_600_000

export function checkedMetadata(xml: string, now: number): { validUntil: number } {
  try {
    readIdpMetadata(xml)
    return { validUntil: endOf(xml) ?? now + HUNDRED_YEARS }
  } catch (error) {
    if (error instanceof SamlRefusal) throw invalidMetadata(error.message)
    throw error
  }
}

function endOf(xml: string): number | undefined {
  const root = parseXml(xml, { maxBytes: metadataBytes, comments: 'skip' })
  const end = Date.parse(attribute(root, 'validUntil') ?? '')
  return Number.isNaN(end) ? undefined : end
}

interface EncryptionInput {
  readonly AssertionEncryptionMode?: string | undefined
  readonly AddPrivateKey?: string | undefined
  readonly RemovePrivateKey?: string | undefined
}

/** Assertions are not decrypted here: better said than half done. */
export function refuseEncryption(input: EncryptionInput): void {
  for (const name of ['AssertionEncryptionMode', 'AddPrivateKey', 'RemovePrivateKey'] as const)
    if (input[name] !== undefined) throw notImplemented(`The parameter ${name}`)
}
