/**
 * What an operation of an AWS API is made of. One file per operation in a service's `operations/`;
 * reading order inside it = order on the wire: who may call it, what it must ask before, what it does.
 */
import type { Clock } from '#kernel/clock/clock.ts'
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { CallApi } from '#kernel/hops/callApi.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { Reader, Transaction } from '#kernel/store/store.ts'
import type { WireRequest } from './wireRequest.ts'

/** Names an operation of an API and carries the types of its input and output. */
export interface OperationRef<I, O> {
  readonly name: string
  readonly _types?: { input: I; output: O }
}

type Io = { input: unknown; output: unknown }

/** `apiOf<StsOperations>().AssumeRole` names the operation; anything else does not compile. */
export type ApiOf<M> = {
  readonly [N in keyof M]: M[N] extends Io ? OperationRef<M[N]['input'], M[N]['output']> : never
}

export function apiOf<M>(): ApiOf<M> {
  return new Proxy({}, { get: (_, name) => ({ name: String(name) }) }) as ApiOf<M>
}

/** Where authorise comes before validate (S3), nothing of the input is certain yet. */
export type Unvalidated<I> = { readonly [K in keyof I]?: I[K] | undefined }

/** One question to IAM: may this caller do this to that? */
export interface AuthorizationCheck {
  readonly action: string
  readonly resource: string
  /** Condition keys of this check alone, beside those of the whole request. */
  readonly context?: Readonly<Record<string, string[]>> | undefined
  readonly resourcePolicy?: ResourcePolicy | undefined
  /** Who owns the resource; the caller's own account where absent. */
  readonly resourceAccountId?: string | undefined
  /** Asked with the others, but a denial does not stop the request: the decision is handed to `handle`. */
  readonly advisory?: true | undefined
}

/** A policy on the resource itself, kept by the service that owns the resource. */
export interface ResourcePolicy {
  readonly name: string
  readonly document: string
  /** Users and roles that it named when it was written, as the port `policies` answered. */
  readonly principals?: readonly { readonly arn: string; readonly id: string }[] | undefined
}

/** No question to IAM, and the reason why AWS asks none. */
export interface NoAuthorization {
  readonly none: string
}

export const noAuthorization = (none: string): NoAuthorization => ({ none })

/** What is known of a request beside its input. */
export interface RequestFacts {
  readonly request: WireRequest
  readonly requestId: string
  /** S3's `x-amz-id-2`; other services have none. */
  readonly hostId: string | undefined
  /** Region of the call: from the credential scope, else the service's own. */
  readonly region: string
  readonly sourceIp: string
  readonly userAgent: string
  /** What a service's own authentication found beside the caller (STS: the verified assertion). */
  readonly proof: unknown
}

export interface Asking<I> {
  readonly input: I
  readonly caller: Caller
  readonly read: Reader
  readonly facts: RequestFacts
}

/** Writes down why; goes to the recording alone and changes no byte of the answer. */
export type Explain = (topic: string, data: Readonly<Record<string, unknown>>) => void

/** Everything that must ask or call others before the change. It may refuse; it writes nothing. */
export interface Preparing<I, K> extends Asking<I> {
  readonly clock: Clock
  readonly ids: Ids
  /** What only this service holds: keys, settings. */
  readonly keys: K
  readonly hops: PortClients
  readonly call: CallApi
  readonly explain: Explain
}

/** Pure over its context: returns the output or throws an error of the service's `errors.ts`; calls nobody. */
interface Handling<I, P, K> {
  readonly input: I
  readonly caller: Caller
  readonly facts: RequestFacts
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: K
  readonly prepared: P
  /** In the order of `authorize`'s checks. */
  readonly decisions: readonly Decision[]
  readonly explain: Explain
}

export interface Reading<I, P, K> extends Handling<I, P, K> {
  readonly store: Reader
}

export interface Writing<I, P, K> extends Handling<I, P, K> {
  readonly store: Transaction
}

/** What the journal says beyond what every outcome says. */
export type AuditNote = Partial<
  Pick<
    Outcome,
    | 'eventName'
    | 'account'
    | 'requestParameters'
    | 'responseElements'
    | 'resources'
    | 'readOnly'
    | 'category'
    | 'additional'
    | 'caller'
    | 'eventType'
    | 'serviceEventDetails'
  >
>

/** A call that is over; `output` is undefined where it was refused, `checks` and `decisions` are empty where IAM was not asked. */
export interface Ended<I, O> {
  readonly input: I
  readonly output: O | undefined
  readonly caller: Caller
  readonly facts: RequestFacts
  readonly checks: readonly AuthorizationCheck[]
  readonly decisions: readonly Decision[]
}

interface Common<I, O, P, K> {
  readonly authorize:
    | NoAuthorization
    | ((
        asking: Asking<I>,
      ) => readonly AuthorizationCheck[] | Promise<readonly AuthorizationCheck[]>)
  /** The service's own constraints, in its own words, where AWS's validation framework is not used (S3, EC2). */
  readonly validate?: (asking: {
    readonly input: I
    readonly caller: Caller
    readonly facts: RequestFacts
  }) => void
  readonly prepare?: (preparing: Preparing<I, K>) => P | Promise<P>
  /** Accounts whose writers must wait beside the caller's; '' = what belongs to nobody. */
  readonly locks?: (asking: {
    readonly input: I
    readonly caller: Caller
    readonly facts: RequestFacts
  }) => readonly string[]
  /** The service's own words for a denial where AWS's general sentence is not used. */
  readonly deny?: (decision: Decision, caller: Caller) => AwsError
  readonly audit?: (ended: Ended<I, O>) => AuditNote
}

interface ReadingSpec<I, O, P, K> extends Common<I, O, P, K> {
  readonly access: 'read'
  readonly handle: (handling: Reading<I, P, K>) => O | Promise<O>
}

interface WritingSpec<I, O, P, K> extends Common<I, O, P, K> {
  readonly access: 'write'
  readonly handle: (handling: Writing<I, P, K>) => O | Promise<O>
}

export type OperationSpec<I, O, P, K> = ReadingSpec<I, O, P, K> | WritingSpec<I, O, P, K>

/** An operation as the pipeline runs it: types of one operation are no longer told apart. */
export type Operation = { readonly name: string } & OperationSpec<never, unknown, never, never>

export type DefineOperation<K> = <I, O, P = undefined>(
  ref: OperationRef<I, O>,
  spec: OperationSpec<I, O, P, K>,
) => Operation

/** The `operation(…)` of a service; `K` is what the service alone holds (its keys and settings). */
export function operationsWith<K>(): DefineOperation<K> {
  return (ref, spec) => ({ name: ref.name, ...spec }) as unknown as Operation
}
