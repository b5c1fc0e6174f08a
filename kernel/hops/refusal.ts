/** The owner's own error as it crosses a hop, so that the asker can answer its client with the very same one. */
import { type Static, Type } from '@sinclair/typebox'
import { AwsError } from '#kernel/errors/awsError.ts'
import { Dictionary } from './dictionary.ts'

export const Refusal = Type.Object({
  code: Type.String(),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  message: Type.String(),
  fault: Type.Union([Type.Literal('Sender'), Type.Literal('Receiver')]),
  members: Dictionary(Type.Union([Type.String(), Type.Number()])),
  headers: Dictionary(Type.String()),
  detail: Dictionary(Type.Unknown()),
})
export type Refusal = Static<typeof Refusal>

export const refusalOf = (error: AwsError): Refusal => ({
  code: error.code,
  status: error.status,
  message: error.message,
  fault: error.fault,
  members: error.members,
  headers: error.headers,
  detail: error.detail,
})

/** The error that the owner threw, made again on the asker's side. */
export const refusedError = (refusal: Refusal): AwsError => new AwsError(refusal)
