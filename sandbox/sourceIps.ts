/** The address of each key: loopback says nothing about where a client would be, so people may say it. */
import { isIPv4 } from 'node:net'

export interface SourceIps {
  set(accessKeyId: string, address: string): void
  /** For a session the key that it was made with counts (`inherit`). */
  of(accessKeyId: string | undefined, remote: string): string
  inherit(sessionKeyId: string, parentKeyId: string): void
  clear(): void
}

export function createSourceIps(): SourceIps {
  const addresses = new Map<string, string>()
  return {
    set: (accessKeyId, address) => {
      addresses.set(accessKeyId, address)
    },
    of: (accessKeyId, remote) =>
      (accessKeyId !== undefined && addresses.get(accessKeyId)) || plain(remote),
    inherit: (sessionKeyId, parentKeyId) => {
      const address = addresses.get(parentKeyId)
      if (address !== undefined) addresses.set(sessionKeyId, address)
    },
    clear: () => addresses.clear(),
  }
}

/** `::ffff:127.0.0.1` is an IPv4 peer on a dual-stack socket. */
function plain(remote: string): string {
  const tail = remote.slice(remote.lastIndexOf(':') + 1)
  return isIPv4(tail) ? tail : remote
}
