/**
 * How a service calls another's public API: over HTTP, signed, as any client would (Identity Center calls STS
 * and IAM so). Nothing here is private: what the API refuses to a client it refuses to a service.
 */
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import type { Clock } from '#kernel/clock/clock.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { OperationRef } from '#kernel/http/operation.ts'
import {
  type ReceivedAnswer,
  readAnswer,
  type WrittenCall,
  writeCall,
} from '#kernel/protocol/client.ts'
import type { LinkedApi } from '#kernel/protocol/linked.ts'
import { type SigningCredentials, signRequest } from '#kernel/sigv4/signRequest.ts'

export interface CallOptions {
  /** A session's credentials, or the service's own principal where it has no session yet. */
  readonly credentials: SigningCredentials | 'service-principal'
  readonly region?: string | undefined
}

/** Resolves to the output; rejects with the API's own `AwsError`. */
export type CallApi = <I, O>(
  api: LinkedApi,
  operation: OperationRef<I, O>,
  input: I,
  options: CallOptions,
) => Promise<O>

export interface CallApiOptions {
  readonly clock: Clock
  /** URL of the service that answers an API. */
  readonly endpointOf: (service: string) => string
  /** The caller's hop credential for that service. */
  readonly principalOf: (service: string) => SigningCredentials
  readonly userAgent: string
  /** Real time: a service that does not answer must not hold its caller for ever. */
  readonly timeoutMs?: number | undefined
  /** Stands between the caller and the wire: for who watches, or attacks, a sandbox of their own. */
  readonly through?: ((call: SentCall, send: SendCall) => Promise<ReceivedAnswer>) | undefined
}

/** A call as it goes on the wire, signed. */
export interface SentCall extends WrittenCall {
  readonly url: URL
}

export type SendCall = (call: SentCall) => Promise<ReceivedAnswer>

const defaultTimeoutMs = 5_000

/** Shorter than the services keep a connection, so that none is used again just as it closes. */
const idleMs = 60_000

const answerLimit = 4 * 1024 * 1024

export interface ApiCaller {
  readonly call: CallApi
  close(): void
}

export function createCallApi(options: CallApiOptions): ApiCaller {
  const { timeoutMs = defaultTimeoutMs, through } = options
  const agent = new Agent({ keepAlive: true, maxSockets: 16, timeout: idleMs })
  const onTheWire: SendCall = (call) => send({ agent, timeoutMs }, call)
  const call = async (
    api: LinkedApi,
    operation: { name: string },
    input: unknown,
    how: CallOptions,
  ) => {
    const url = new URL(options.endpointOf(api.model.service))
    const written = writeCall(api, operation.name, input)
    const headers = signed(options, api, url, written, how)
    const sent = { ...written, headers, url }
    const answer = await (through?.(sent, onTheWire) ?? onTheWire(sent))
    return readAnswer(api, operation.name, answer)
  }
  return { call: call as CallApi, close: () => agent.destroy() }
}

function signed(
  { clock, principalOf, userAgent }: CallApiOptions,
  api: LinkedApi,
  url: URL,
  written: WrittenCall,
  { credentials, region = 'us-east-1' }: CallOptions,
): Record<string, string> {
  return signRequest({
    ...written,
    headers: { ...written.headers, host: url.host, 'user-agent': userAgent },
    credentials: credentials === 'service-principal' ? principalOf(api.model.service) : credentials,
    scope: { region, service: api.model.signingName },
    now: clock.now(),
    style: 'standard',
  })
}

interface Way {
  readonly agent: Agent
  readonly timeoutMs: number
}

function send({ agent, timeoutMs }: Way, call: SentCall): Promise<ReceivedAnswer> {
  const { url, method, path, query, headers, body } = call
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      agent,
      host: url.hostname,
      port: url.port,
      method,
      path: query === '' ? path : `${path}?${query}`,
      headers: { ...headers, 'content-length': String(body.length) },
    })
    outgoing.setTimeout(timeoutMs, () => outgoing.destroy(unavailable('it does not answer')))
    outgoing.on('error', (error) => reject(failureOf(error)))
    outgoing.on('response', (incoming) => gather(incoming).then(resolve, reject))
    outgoing.end(body)
  })
}

function gather(incoming: IncomingMessage): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > answerLimit) incoming.destroy(unavailable('its answer is too long'))
    })
    incoming.on('error', (error) => reject(failureOf(error)))
    incoming.on('end', () => {
      const headers = incoming.headers as Record<string, string>
      resolve({ status: incoming.statusCode ?? 500, headers, body: Buffer.concat(chunks) })
    })
  })
}

/** Where the network breaks, its own words go into the explanation alone. */
const failureOf = (error: Error): AwsError =>
  error instanceof AwsError ? error : unavailable(error.message)

const unavailable = (why: string): AwsError =>
  new AwsError({
    code: 'ServiceUnavailable',
    status: 503,
    message: 'Service is unavailable.',
    detail: { why },
  })
