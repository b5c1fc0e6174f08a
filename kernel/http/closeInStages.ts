/**
 * Ends a connection whose request was answered before it was read to the end. RFC 9112, 9.6: a server that closes
 * while the client still sends resets the connection, and the client may never read the answer. So the answer goes
 * first, then what still comes is read and thrown away for a while, then the connection closes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Patience {
  readonly bytes: number
  readonly ms: number
}

const patience: Patience = { bytes: 16 * 1024 * 1024, ms: 2_000 }

/** The response has its headers, with `connection: close` among them. */
export function closeInStages(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer | undefined,
  { bytes, ms }: Patience = patience,
): void {
  response.flushHeaders()
  if (body) response.write(body)
  let left = bytes
  const end = () => {
    clearTimeout(timer)
    request.off('data', count)
    response.end()
  }
  const count = (chunk: Buffer) => {
    left -= chunk.length
    if (left <= 0) end()
  }
  const timer = setTimeout(end, ms)
  request.on('data', count).once('end', end).once('close', end)
}

/** What Node reads away by itself once the answer is out, so that the connection can be used again. */
const smallRest = 65_536

/** Whether so much of the body may still come that keeping the connection is not worth it. */
export function hasMuchToCome({ complete, headers }: IncomingMessage): boolean {
  if (complete) return false
  const declared = headers['content-length']
  if (declared !== undefined) return Number(declared) > smallRest
  return headers['transfer-encoding'] !== undefined
}
