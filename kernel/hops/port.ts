/**
 * A port: how one service asks another, as data. Owners declare and implement it, askers get a client;
 * whether a function call or HTTP lies between them is the carrier's business.
 */
import type { Static, TSchema, TUint8Array } from '@sinclair/typebox'
import type { Statement } from './statement.ts'

export interface Method {
  readonly ask: TSchema
  readonly answer: TSchema
  /** Bytes for the asker's eyes alone: sealed on the wire, never signed, never recorded. */
  readonly secret?: TUint8Array
  /** Asking twice does no harm: may be sent again when the connection died before the answer. */
  readonly repeatable?: true
  /** Members of the ask that recordings show as a label only. */
  readonly sensitive?: readonly string[]
  /** Does this answer fit this ask, beyond its shape (one decision per check)? */
  readonly agrees?: (ask: never, answer: never) => boolean
}

export const agrees = (method: Method, ask: unknown, answer: unknown): boolean =>
  method.agrees === undefined || method.agrees(ask as never, answer as never)

export interface Port {
  readonly name: string
  /** The service that answers, and signs its answers. */
  readonly owner: string
  readonly methods: Readonly<Record<string, Method>>
}

/** Keeps the literal types of a port, so that clients and implementations are typed by its schemas. */
export const definePort = <const P extends Port>(port: P): P => port

export type MethodName<P extends Port> = keyof P['methods'] & string
export type Ask<P extends Port, M extends MethodName<P>> = Given<Static<P['methods'][M]['ask']>>
export type Answer<P extends Port, M extends MethodName<P>> = Static<P['methods'][M]['answer']>
export type Secret<P extends Port, M extends MethodName<P>> = P['methods'][M] extends {
  readonly secret: TUint8Array
}
  ? Buffer
  : undefined

/** What is handed over is only read: frozen values and absent members given as undefined are welcome. */
export type Given<T> = T extends readonly (infer E)[]
  ? readonly Given<E>[]
  : T extends object
    ? GivenMembers<T>
    : T

type GivenMembers<T> = string extends keyof T
  ? { readonly [K in keyof T]: Given<T[K]> }
  : {
      readonly [K in keyof T]: undefined extends T[K] ? Given<T[K]> | undefined : Given<T[K]>
    }

/** What an asker says beside the ask. An owner that asks further passes on its `Asked` as it is. */
export interface Call {
  /** Hexadecimal sha256 of the string to sign of the client's request that this ask serves. */
  readonly bound: string
  /** How many hops lie before this one; absent = none. */
  readonly depth?: number | undefined
  /** Whatever the recorder wants to find again in the record of this hop. */
  readonly parent?: unknown
}

/** What an owner knows of an ask, whichever way it came. */
export interface Asked extends Call {
  /** The service that asks, as its credential proves. */
  readonly from: string
  readonly depth: number
}

/** What an owner writes: one function a method. An `AwsError` thrown here reaches the asker as a refusal. */
export type Implementation<P extends Port> = {
  readonly [M in MethodName<P>]: Handler<
    Ask<P, M>,
    { readonly body: Given<Answer<P, M>> } & SecretOf<P['methods'][M]>
  >
}

/** Declared as a method, so that the implementation of one port is the implementation of a port. */
type Handler<A, R> = { handle(ask: A, asked: Asked): Promise<R> }['handle']

type SecretOf<M extends Method> = M extends { readonly secret: TUint8Array }
  ? { readonly secret: Uint8Array }
  : { readonly secret?: Uint8Array | undefined }

export interface Reply<T, S> {
  readonly statement: Statement<T>
  readonly secret: S
}

/** What an asker holds. Every failure is a `HopError`. */
export type Client<P extends Port> = {
  readonly [M in MethodName<P>]: (
    ask: Ask<P, M>,
    call: Call,
  ) => Promise<Reply<Answer<P, M>, Secret<P, M>>>
}

/** The same for one request: `call` is said already. */
export type BoundClient<P extends Port> = {
  readonly [M in MethodName<P>]: (ask: Ask<P, M>) => Promise<Reply<Answer<P, M>, Secret<P, M>>>
}
