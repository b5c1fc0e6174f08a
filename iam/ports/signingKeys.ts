/** Signing keys that were derived before: a client signs with one for a day. Asked only once the access key was found. */
import { LRUCache } from 'lru-cache'
import type { CredentialScope } from '#kernel/sigv4/credentialScope.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'

export interface SigningKeys {
  keyFor(secret: string, scope: CredentialScope): Buffer
}

export function createSigningKeys(limit = 1000): SigningKeys {
  // By the secret itself: whatever becomes of the access key, another secret is another entry.
  const derived = new LRUCache<string, Buffer>({ max: limit })
  return {
    keyFor(secret, scope) {
      const name = `${scope.date}/${scope.region}/${scope.service}/${secret}`
      const known = derived.get(name)
      if (known !== undefined) return known
      const key = signingKey(secret, scope)
      derived.set(name, key)
      return key
    },
  }
}
