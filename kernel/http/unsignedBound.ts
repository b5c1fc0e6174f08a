/** What ties a question to a request that has no string to sign: unsigned + request id + method + target. */
import { createHash } from 'node:crypto'
import type { Exchange } from './exchange.ts'

export function unsignedBound(x: Exchange): string {
  const { method, path, query } = x.request
  return createHash('sha256')
    .update(`unsigned\n${x.requestId}\n${method}\n${path}?${query}`)
    .digest('hex')
}
