/**
 * Whether a request names a hop credential as its key. Services ask each other directly; at the gateway, where
 * clients come in, these credentials do not exist.
 */
import type { IncomingMessage } from 'node:http'
import { hopKeyPrefix } from '#kernel/hops/hopCredential.ts'
import { headerValues } from './wireRequest.ts'

type Head = Pick<IncomingMessage, 'url' | 'rawHeaders'>

/** Every place where a key may stand is looked at, not only the one that counts. */
export function carriesHopKey(request: Head): boolean {
  const mark = `Credential=${hopKeyPrefix}`
  return (
    headerValues(request, 'authorization').some((value) => withoutBlanks(value).includes(mark)) ||
    decoded(request.url ?? '').includes(mark)
  )
}

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '')

/** `%48OP_` is `HOP_` to whoever reads the query. */
const decoded = (url: string): string =>
  url.replaceAll(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
