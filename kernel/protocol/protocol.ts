/** What differs between AWS's wire protocols: five implementations, one for each file beside this one. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest, WireResponse } from '#kernel/http/wireRequest.ts'
import type { LinkedApi, LinkedOperation } from './linked.ts'

export interface Protocol {
  /**
   * Which operation of the real API this is, and whether we have it; undefined when the request is none of it.
   * Never throws. Never reads the body for REST; for the query protocols `Action` stands in body or query.
   */
  identify(api: LinkedApi, request: WireRequest): Identified | undefined
  /** The refusal where `identify` found nothing. */
  unknown(api: LinkedApi, request: WireRequest): AwsError
  /** The operation's input, typed by its shape, not yet validated. Throws BadValue, which `malformed` translates. */
  parse(api: LinkedApi, operation: LinkedOperation, request: WireRequest): unknown
  serialise(
    api: LinkedApi,
    operation: LinkedOperation,
    output: unknown,
    context: AnswerContext,
  ): WireResponse
  fail(api: LinkedApi, error: AwsError, context: FailureContext): WireResponse
}

export interface Identified {
  readonly name: string
  readonly supported: boolean
}

export interface AnswerContext {
  readonly requestId: string
  /** S3's second id, `x-amz-id-2`. */
  readonly hostId?: string | undefined
}

export interface FailureContext extends AnswerContext {
  /** The refused request was a HEAD: status and headers, no body (RFC 9110, 9.3.2). */
  readonly head?: boolean | undefined
}

export function identified(api: LinkedApi, name: string | undefined): Identified | undefined {
  if (name === undefined || !Object.hasOwn(api.model.known, name)) return undefined
  return { name, supported: api.operations.has(name) }
}
