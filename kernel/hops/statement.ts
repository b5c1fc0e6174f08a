/**
 * A statement: an answer that its owner stands for. In one process it is an object that only the carriers
 * can make; on the wire it is a JWS. An object literal of the same shape is no statement.
 */
import { createMark } from './createMark.ts'
import { deepFreeze } from './deepFreeze.ts'

declare const believed: unique symbol

export interface Statement<T> {
  readonly [believed]: true
  /** The service that answered. */
  readonly issuer: string
  /** What it answers: `port.method`. */
  readonly about: string
  /** The client's request that it was given for. */
  readonly bound: string
  /** Epoch seconds by the sandbox's clock. */
  readonly exp: number
  readonly body: T
  /** The bytes that its issuer signed, where there were any. */
  readonly jws?: string | undefined
}

export type StatementFacts<T> = Omit<Statement<T>, typeof believed>

/** Seconds that a statement lives. */
export const statementLifetime = 60

/** When a statement made now ends: epoch seconds. */
export const statementExpiry = (now: number): number => Math.floor(now / 1000) + statementLifetime

const genuine = createMark()

/** INVARIANT: called by the local carrier, by `statementOf` after a signature held, and by `mintCaller`; by nobody else. */
export function mint<T>(facts: StatementFacts<T>): Statement<T> {
  return deepFreeze(genuine.put(facts, true)) as Statement<T>
}

/** In one process, having come from `mint` is the signature. */
export const isGenuine = (given: unknown): given is Statement<unknown> => genuine.isOn(given)
