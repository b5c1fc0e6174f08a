/**
 * The key and certificate with which the portal signs for one account: made on first use, off the main thread,
 * because an RSA key costs 100 ms; then kept in the store, since IAM in the account knows its certificate.
 */
import type { ServiceContext } from '#kernel/http/service.ts'
import { createSigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { type Instance, type ProviderKey, providerKeys, scopeOf } from '../state.ts'

type Context = Pick<ServiceContext, 'store' | 'ids' | 'clock'>

export type ProviderKeyFor = (instance: Instance, accountId: string) => Promise<ProviderKey>

/** A key outlives a reset of the sandbox, which empties the store: making it again would teach nobody anything. */
export function providerKeyMaker({ store, ids, clock }: Context): ProviderKeyFor {
  const made = new Map<string, Promise<ProviderKey>>()
  const make = (accountId: string): Promise<ProviderKey> => {
    const known = made.get(accountId)
    if (known) return known
    const commonName = `IAM Identity Center, ${accountId}`
    const making = createSigningIdentity({ commonName, ids, clock })
    made.set(accountId, making)
    making.catch(() => made.delete(accountId))
    return making
  }
  return async (instance, accountId) => {
    const scope = scopeOf(instance)
    const kept = await store.get(providerKeys, scope, accountId)
    if (kept) return kept.value
    const key = await make(accountId)
    return store.write([instance.accountId], async (tx) => {
      const first = await tx.get(providerKeys, scope, accountId)
      if (first) return first.value
      await tx.put(providerKeys, scope, accountId, key)
      return key
    })
  }
}
