/** The real API has this operation and we do not: said by name, with a status that no SDK tries again (501). */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { LinkedApi } from './linked.ts'
import { refusal } from './refusal.ts'

export function notImplemented(api: LinkedApi, operation: string): AwsError {
  return refusal(api.traits.refusals.notImplemented, { operation })
}
