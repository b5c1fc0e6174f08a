/** The address of each key: loopback says nothing about where a client would be, so people may say it. */
import { isIPv4 } from 'node:net'

export interface SourceIps {
  set(accessKeyId: string, address: string): void
  /** Of the first of these keys that has one; of the peer where none has. */
  of(accessKeyIds: readonly string[], remote: string): string
  clear(): void
}

export function createSourceIps(): SourceIps {
  const addresses = new Map<string, string>()
  return {
    set: (accessKeyId, address) => {
      addresses.set(accessKeyId, address)
    },
    of: (accessKeyIds, remote) => {
      const known = accessKeyIds.find((id) => addresses.has(id))
      return known === undefined ? plain(remote) : addresses.get(known)!
    },
    clear: () => addresses.clear(),
  }
}

/** `::ffff:127.0.0.1` is an IPv4 peer on a dual-stack socket. */
function plain(remote: string): string {
  const tail = remote.slice(remote.lastIndexOf(':') + 1)
  return isIPv4(tail) ? tail : remote
}
