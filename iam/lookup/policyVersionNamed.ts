/** A version of a customer managed policy, or the refusal. */
import { policyVersionNotFound } from '../errors.ts'
import type { CustomerPolicy, PolicyVersion } from '../state.ts'

export function policyVersionNamed({ arn, versions }: CustomerPolicy, id: string): PolicyVersion {
  const found = versions.find((version) => version.id === id)
  if (found === undefined) throw policyVersionNotFound(arn, id)
  return found
}
