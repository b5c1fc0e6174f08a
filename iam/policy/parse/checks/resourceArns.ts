/** The resources of a policy, and what the two checks of them know of ARNs. */
import type { RawPolicy } from '../rawPolicy.ts'

/** All but `*`, which is no ARN and needs no check. */
export function resourceArns({ statements }: RawPolicy): readonly string[] {
  return statements
    .flatMap(({ resource }) => resource?.values ?? [])
    .filter((resource) => resource !== '*')
}

const WILDCARD = /[*?]/

export function hasWildcard(text: string): boolean {
  return WILDCARD.test(text)
}

/** [K] AWS's partitions. */
const PARTITIONS = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
])

export function isPartition(text: string | undefined): boolean {
  return text !== undefined && (PARTITIONS.has(text) || hasWildcard(text))
}
