/** What the contract asks of a client, whatever language it is written in: one call of one operation, answered or refused. */
import type { Keys } from './isolatedEnvironment.ts'

export interface ClientCall {
  readonly service: 's3' | 'sts' | 'sso-oidc' | 'sso'
  readonly operation: string
  /** By the API's member names; `Body` is text. */
  readonly input?: Readonly<Record<string, unknown>> | undefined
  /** Absent for operations that are not signed. */
  readonly keys?: Keys | undefined
  /** The gateway. */
  readonly endpoint: string
  /** How the client learns of the endpoint: its own option, or AWS_ENDPOINT_URL. */
  readonly through: Through
}

export type Through = 'option' | 'environment'

export interface ClientAnswer {
  readonly output?: Readonly<Record<string, unknown>>
  /** AWS's error code as the client reports it. */
  readonly code?: string
  /** All that the client says of a refusal, or of its own failure. */
  readonly message?: string
}

export type AwsClient = (call: ClientCall) => Promise<ClientAnswer>

/** The same with client, endpoint and way of finding it settled: what a contract's tests use. */
export type Call = (
  service: ClientCall['service'],
  operation: string,
  input?: Readonly<Record<string, unknown>>,
  keys?: Keys,
) => Promise<ClientAnswer>
