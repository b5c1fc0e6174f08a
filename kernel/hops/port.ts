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

export interface Port {
  readonly name: string
  /** The service that answers, and signs its answers. */
  readonly owner: string
  readonly methods: Readonly<Record<string, Method>>
}

/** Keeps the literal types of a port, so that clients and implementations are typed by its schemas. */
export const definePort = <const P extends Port>(port: P): P => port

export type MethodName<P extends Port> = keyof P['methods'] & string
export type Ask<P extends Port, M extends MethodName<P>> = Static<P['methods'][M]['ask']>
export type Answer<P extends Port, M extends MethodName<P>> = Static<P['methods'][M]['answer']>
export type Secret<P extends Port, M extends MethodName<P>> = P['methods'][M] extends {
  readonly secret: TUint8Array
}
  ? Buffer
  : undefined

/** What an asker says beside the ask. An owner that asks further passes on its `Asked` as it is. */
export interface Call {
  /** sha256 of the string to sign of the client's request that this ask serves (bound.ts). */
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

export interface Answered<T, S> {
  /** Frozen when it leaves. */
  readonly body: T
  readonly secret?: S
}

/** What an owner writes: one function a method. An `AwsError` thrown here reaches the asker as a refusal. */
export type Implementation<P extends Port> = {
  readonly [M in MethodName<P>]: (
    ask: Ask<P, M>,
    asked: Asked,
  ) => Promise<
    P['methods'][M] extends { readonly secret: TUint8Array }
      ? Required<Answered<Answer<P, M>, Uint8Array>>
      : Answered<Answer<P, M>, never>
  >
}

/** What an asker holds. Every failure is a `HopError`. */
export type Client<P extends Port> = {
  readonly [M in MethodName<P>]: (
    ask: Ask<P, M>,
    call: Call,
  ) => Promise<{ readonly statement: Statement<Answer<P, M>>; readonly secret: Secret<P, M> }>
}
