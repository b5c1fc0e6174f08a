/** Hop requests carry Signature Version 4, as a client's do: the asker signs with its hop credential, the owner verifies alone. */
import { LRUCache } from 'lru-cache'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { printAmzDate, scopeDate } from '#kernel/sigv4/amzDate.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import type { HopCredential, HopCredentials } from './hopCredential.ts'
import { HopError } from './hopError.ts'
import { depthHeader } from './hopWire.ts'

/** No public API has this name: a signature for one is worth nothing here, nor the other way round. */
const scope = { region: 'us-east-1', service: 'hop' } as const
const window = 15 * 60_000

export interface HopRequest {
  readonly host: string
  readonly path: string
  readonly depth: number
  readonly body: Buffer
}

export interface HopSigner {
  /** The headers to send, signature among them. */
  sign(request: HopRequest, credential: HopCredential, now: number): Record<string, string>
  /** Whose hop credential signed this request; all else is `BadCredentials`. */
  verify(request: WireRequest, now: number): HopCredential
}

export function createHopSigner(credentials: HopCredentials): HopSigner {
  const keys = new LRUCache<string, Buffer>({ max: 256 })
  const keyOf = ({ accessKeyId, secretAccessKey }: HopCredential, date: string): Buffer => {
    const name = `${accessKeyId}/${date}`
    const key = keys.get(name) ?? signingKey(secretAccessKey, { ...scope, date })
    keys.set(name, key)
    return key
  }
  return {
    sign: ({ host, path, depth, body }, credential, now) =>
      signRequest({
        method: 'POST',
        path,
        query: '',
        headers: { host, 'content-type': 'application/json', [depthHeader]: String(depth) },
        body,
        credentials: credential,
        scope,
        now,
        style: 'standard',
        signingKey: keyOf(credential, scopeDate(printAmzDate(now))),
      }),
    verify(request, now) {
      try {
        const { service } = scope
        const claim = readClaim(request, { style: 'json', service, clocks: [now], window })
        const credential = credentials.recall(claim.accessKeyId, now)
        checkClaim(claim, keyOf(credential, claim.scope.date))
        if (!claim.signedHeaders.includes(depthHeader))
          throw new HopError('BadCredentials', `${depthHeader} is not signed`)
        return credential
      } catch (error) {
        throw error instanceof AwsError ? new HopError('BadCredentials', error.message) : error
      }
    },
  }
}
