/**
 * What a listener of the sandbox takes from a client at most, and how long it waits for one: all in this one place.
 * Bodies have limits of their own (each API's `bodyLimit`, each form's), read by readBody.ts and by Fastify.
 */
import type { Server, ServerOptions } from 'node:http'

export interface ListenerLimits {
  /** Bytes of request line and headers together; beyond: 431. */
  readonly headBytes: number
  /** Headers by count; beyond: 431. Node would drop the rest unseen, and with it what says more than the first did. */
  readonly headers: number
  /** Milliseconds for all headers, from the first byte or, on a new connection, from its beginning. */
  readonly headersMs: number
  /**
   * Milliseconds without a byte either way while a request is under way: in its body, or while it reads its answer.
   * (Of an answer the system takes some megabytes at once, so a byte is seen to move only when they have.)
   */
  readonly silenceMs: number
  /** Milliseconds that an idle connection is kept. */
  readonly keepAliveMs: number
  /** How often the time of headers is looked at, in milliseconds. */
  readonly checkEveryMs: number
  /** Connections at once; one more is closed at once. */
  readonly connections: number
  /** Requests on one connection; the last one's answer says that it closes. 0: any number. */
  readonly requestsPerConnection: number
}

/** The gateway and the parties. Session tokens and presigned URLs are long; AWS takes headers of 8 KB and more. */
export const publicLimits: ListenerLimits = {
  headBytes: 65_536,
  headers: 500,
  headersMs: 15_000,
  /** S3 closes a silent upload after about this time [K]. */
  silenceMs: 20_000,
  /** Longer than the 60 s that SDKs keep idle connections, so that they close first. */
  keepAliveMs: 72_000,
  checkEveryMs: 2_000,
  connections: 2_048,
  // A connection that closes under a client costs it a retry, and nothing here is kept by connection.
  requestsPerConnection: 0,
}

/** The control API: one person's tools. */
export const controlLimits: ListenerLimits = {
  ...publicLimits,
  headBytes: 16_384,
  headers: 100,
  connections: 256,
}

/** A service's internal listener: only services of this sandbox ask there, and none of them is slow. */
export const internalLimits: ListenerLimits = {
  ...publicLimits,
  headBytes: 16_384,
  headers: 50,
  headersMs: 5_000,
  silenceMs: 10_000,
  /** Long: the askers close first, and a socket that dies under an ask is a rare thing. */
  keepAliveMs: 300_000,
  connections: 1_024,
}

export const serverOptions = (limits: ListenerLimits): ServerOptions => ({
  maxHeaderSize: limits.headBytes,
  headersTimeout: limits.headersMs,
  /** No limit on a whole request: silence is what ends one. */
  requestTimeout: 0,
  keepAliveTimeout: limits.keepAliveMs,
  connectionsCheckingInterval: limits.checkEveryMs,
})

/** What Node takes as properties only. */
export function limitServer(server: Server, limits: ListenerLimits): void {
  server.timeout = limits.silenceMs
  server.maxConnections = limits.connections
  server.maxRequestsPerSocket = limits.requestsPerConnection
  // All of them are kept, so that they can be counted (messageProblem.ts).
  server.maxHeadersCount = 0
}
