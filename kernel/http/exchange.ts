/**
 * One request on its way through the stages. Each field is written by the one stage named beside it and
 * read by later ones; a stage that reads a field too early fails loudly.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { GivenCaller } from '#kernel/hops/ports.ts'
import type { LinkedOperation } from '#kernel/protocol/linked.ts'
import type { SignatureClaim } from '#kernel/sigv4/verify/signatureClaim.ts'
import type { ExchangeTrace } from '#kernel/trace/recorder.ts'
import type { AuthorizationCheck, Operation } from './operation.ts'
import type { RunningService, ServedApi } from './service.ts'
import type { WireRequest, WireResponse } from './wireRequest.ts'

export interface Exchange {
  readonly service: RunningService
  readonly raw: { readonly request: IncomingMessage; readonly response: ServerResponse }
  readonly requestId: string
  /** S3's `x-amz-id-2`; other services have none. */
  readonly hostId: string | undefined
  /** Undefined when nobody records. */
  readonly trace: ExchangeTrace | undefined
  /** By `receive`; S3's `receiveBody` adds the body. */
  request: WireRequest
  /** By `identify`. */
  api: ServedApi
  operation: Operation
  shape: LinkedOperation
  /** By `authenticate`: what the signature claims (undefined for unsigned requests), who it proved to be. */
  claim: SignatureClaim | undefined
  bound: string
  authenticated: boolean
  caller: Caller
  callerGiven: GivenCaller
  /** What a service's own authentication found beside the caller; its operations know the type. */
  proof: unknown
  region: string
  sourceIp: string
  readonly userAgent: string
  hops: PortClients
  /** By `parse`. */
  input: unknown
  /** By `authorise`: what IAM was asked, and what it said. */
  checks: readonly AuthorizationCheck[]
  decisions: readonly Decision[]
  /** Whose the things are that it asked about, where not the caller's own. */
  resourceAccounts: readonly string[]
  /** By `prepare`. */
  prepared: unknown
  /** By `handle`. */
  output: unknown
  /** By `serialise` or, after a refusal, by `refuse`. */
  answer: WireResponse | undefined
  /** True once the outcome is in the journal. */
  recorded: boolean
}

/** A named step. What it may throw to the client is an AwsError; anything else becomes InternalFailure. */
export interface Stage {
  readonly name: string
  readonly run: (x: Exchange) => void | Promise<void>
}
