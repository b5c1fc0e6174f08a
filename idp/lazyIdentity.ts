/** Our key and certificate: made once, on first use, because they take 100 ms that no start should wait for. */
import { createSigningIdentity, type SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import type { IdpDeps } from './idpDeps.ts'

export function lazyIdentity({
  ids,
  clock,
}: Pick<IdpDeps, 'ids' | 'clock'>): () => Promise<SigningIdentity> {
  let made: Promise<SigningIdentity> | undefined
  return () => {
    made ??= createSigningIdentity({ commonName: 'Almadía identity provider', ids, clock })
    return made
  }
}
