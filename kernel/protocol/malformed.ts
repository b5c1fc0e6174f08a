/** A request that does not parse, in the service's own words. What exactly was wrong stays in `detail`, for `why`. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { BadValue } from './badValue.ts'
import type { LinkedApi } from './linked.ts'
import { refusal } from './refusal.ts'

export function malformed(api: LinkedApi, bad: BadValue): AwsError {
  const { malformedBody, malformedUri, malformedValue } = api.traits.refusals
  const template = { body: malformedBody, uri: malformedUri, value: malformedValue }[bad.kind]
  return refusal(template, { ...bad.facts, problem: bad.message }, { problem: bad.message })
}
