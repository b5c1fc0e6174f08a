/** What a service is, before it runs (definition) and while it runs; the sandbox makes the one into the other. */
import type { FastifyInstance } from 'fastify'
import type { Blobs } from '#kernel/blobs/blobs.ts'
import type { Clock } from '#kernel/clock/clock.ts'
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { CallApi } from '#kernel/hops/callApi.ts'
import type { Call, Implementation, Port } from '#kernel/hops/port.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { Ring } from '#kernel/hops/ring.ts'
import type { ServiceKeys } from '#kernel/hops/serviceKeys.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { LinkedApi } from '#kernel/protocol/linked.ts'
import type { Protocol } from '#kernel/protocol/protocol.ts'
import type { SignatureStyle } from '#kernel/sigv4/signatureStyle.ts'
import type { Store, Transaction } from '#kernel/store/store.ts'
import type { Recorder } from '#kernel/trace/recorder.ts'
import type { Exchange, Stage } from './exchange.ts'
import type { Operation } from './operation.ts'

/** One API that a service answers (Identity Center answers two on one port). */
export interface ServedApi {
  readonly api: LinkedApi
  readonly protocol: Protocol
  readonly operations: readonly Operation[]
  /** The stages in this API's own order. */
  readonly pipeline: readonly Stage[]
  /** `sts.amazonaws.com`, as CloudTrail names the source. */
  readonly eventSource: string
  /** Of a global service: where its calls count as made, whatever region was signed for. */
  readonly region?: string | undefined
  /** How requests are canonicalised and how a refusal is worded. */
  readonly signature: SignatureStyle
  /** Most bytes of a request body. */
  readonly bodyLimit: number
  /** Read by browsers (S3's websites): no client of AWS's APIs is set up for it. */
  readonly forBrowsers?: true
  /** The last word on every answer, of a success and of a refusal alike (S3: what browsers ask for). */
  readonly finish?: (x: Exchange) => void | Promise<void>
  /** The service's own condition keys that every request has (`s3:authType`). */
  readonly conditionKeys?: (x: Exchange) => Record<string, string[]>
}

/** What a service implements for others; see kernel/hops/ports.ts. */
export interface Offer {
  readonly port: Port
  readonly implementation: Implementation<Port>
}

/** Follows the journal or the clock after a commit; `close` ends it and waits for its last step. */
export interface Worker {
  /** Resolves when all that was committed before has been followed and nothing is under way; absent where nobody else sees what it does. */
  settled?(): Promise<void>
  close(): Promise<void>
}

export interface ServiceContext<K = unknown> {
  readonly name: string
  readonly region: string
  readonly store: Store
  readonly blobs: Blobs
  readonly clock: Clock
  readonly ids: Ids
  /** All keys that this service may hold; no other service has its private one. */
  readonly serviceKeys: ServiceKeys
  /** Its own signature and everybody's public keys. */
  readonly ring: Ring
  /** What the service's `keys` made: handed to its operations. */
  readonly keys: K
  /** Public URLs of the parties, by service name; filled when all listen. */
  readonly endpoints: () => Readonly<Record<string, string>>
  readonly portsFor: (call: Call) => PortClients
  readonly call: CallApi
  readonly recorder: Recorder | undefined
  /** Freshness counts by any of these instants (milliseconds): the sandbox's clock, in free runs also the host's. */
  readonly freshness: () => readonly number[]
  /** Address that the sandbox gives a caller by its keys (its own, then its makers'): the peer's unless the control API says otherwise. */
  readonly sourceIpOf: (accessKeyIds: readonly string[], remote: string) => string
}

export interface ServiceDefinition<Seed = unknown, K = unknown> {
  /** Folder name: `identity-center`. */
  readonly name: string
  /** `sso.amazonaws.com`. */
  readonly principal: string
  readonly apis: readonly ServedApi[]
  /** Ports that it asks; the start refuses cycles. */
  readonly asks: readonly Port[]
  /** Services whose public API it calls in its own name, before it has a session there. */
  readonly callsAs?: readonly string[]
  /** Seals or opens session tokens (STS, IAM). */
  readonly holdsSessionTokenKey?: true
  readonly keys?: (context: Omit<ServiceContext, 'keys'>) => K | Promise<K>
  readonly offers?: (context: ServiceContext<K>) => readonly Offer[]
  /** Pages for people (login, approval): paths and how to register them. */
  readonly pages?: {
    readonly paths: readonly string[]
    readonly register: (app: FastifyInstance, context: ServiceContext<K>) => void | Promise<void>
  }
  /** First state; runs once in an empty store, in one transaction over all accounts of the seed. */
  readonly seed?: (tx: Transaction, seed: Seed, context: ServiceContext<K>) => Promise<void>
  readonly workers?: (context: ServiceContext<K>) => readonly Worker[]
  /** How it names a request; a UUID where absent. */
  readonly requestIds?: (ids: Ids) => { readonly requestId: string; readonly hostId: string }
  /** Its words where others changed the same thing, and again when the change was tried anew; its own failure where absent. */
  readonly conflict?: () => AwsError
  /** The service's own wording for "something broke on our side". */
  readonly internalFailure: () => AwsError
}

export interface RunningService {
  readonly definition: ServiceDefinition
  readonly context: ServiceContext
}
