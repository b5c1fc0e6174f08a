/** What an administrator uploads once: the metadata of the company's identity provider. Here it is read on first use. */
import { type IdpMetadata, readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { bindings } from '#kernel/saml/names.ts'

export interface TrustedIdentityProvider {
  readonly entityId: string
  readonly certificates: readonly string[]
  /** Where AuthnRequests go by HTTP-Redirect. */
  readonly ssoUrl: string
  /** The company's name, where its metadata gives one. */
  readonly company: string | undefined
}

/** No identity provider, and so no way to sign in. */
export class IdentityProviderUnavailable extends Error {
  constructor(because: string) {
    super(because)
    this.name = 'IdentityProviderUnavailable'
  }
}

/** Asked for the first time it makes its key, which takes a busy machine a while; a dead one refuses at once. */
const timeoutMs = 10_000
/** Identity Center takes no longer metadata. */
const longestMetadata = 75_000

/** Remembered once it was read; while it cannot be, everybody who asks tries again. */
export function trustedIdentityProvider(
  identityProviderUrl: () => string | undefined,
): () => Promise<TrustedIdentityProvider> {
  let known: TrustedIdentityProvider | undefined
  return async () => {
    known ??= trustIn(await fetchMetadata(identityProviderUrl()))
    return known
  }
}

async function fetchMetadata(url: string | undefined): Promise<string> {
  if (url === undefined) throw new IdentityProviderUnavailable('there is no identity provider')
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await fetch(`${url}/metadata`, { redirect: 'error', signal })
    if (answer.ok) return await answer.text()
  } catch {
    // Whatever went wrong on the way, the next sentence says it.
  }
  throw new IdentityProviderUnavailable('the identity provider does not give its metadata')
}

function trustIn(metadata: string): TrustedIdentityProvider {
  if (metadata.length > longestMetadata)
    throw new IdentityProviderUnavailable('the metadata is longer than Identity Center takes')
  const { entityId, certificates, singleSignOn, company } = readMetadata(metadata)
  const ssoUrl = singleSignOn.find(({ binding }) => binding === bindings.redirect)?.location
  if (ssoUrl === undefined)
    throw new IdentityProviderUnavailable('the metadata names no HTTP-Redirect endpoint')
  return { entityId, certificates, ssoUrl, company }
}

function readMetadata(xml: string): IdpMetadata {
  try {
    return readIdpMetadata(xml)
  } catch (error) {
    throw new IdentityProviderUnavailable(error instanceof Error ? error.message : 'no metadata')
  }
}
