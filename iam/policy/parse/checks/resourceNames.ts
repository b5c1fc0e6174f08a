/** Resources are `*` or ARNs. AWS fills up what is short with `*` before it looks, and quotes it so. */
import type { PolicyKind } from '../../policy.ts'
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'
import { hasWildcard, isPartition, resourceArns } from './resourceArns.ts'

const SEGMENTS = 6

export const resourceNames: Check = (policy, kind) => {
  for (const resource of resourceArns(policy)) checkArn(resource, kind)
}

function checkArn(resource: string, kind: PolicyKind): void {
  if (!resource.includes(':')) throw malformedPolicy('resourceNotArn', kind, resource)
  const [, partition, vendor] = resource.split(':')
  if (!isPartition(partition)) throw malformedPolicy('resourcePartition', kind, filled(resource))
  if (vendor === undefined || hasWildcard(vendor)) {
    throw malformedPolicy('resourceVendor', kind, resource)
  }
  if (vendor === 'iam') checkIamArn(resource, kind)
  if (vendor === 's3') checkS3Arn(resource, kind)
}

function filled(resource: string): string {
  const segments = ['arn', ...resource.split(':').slice(1)]
  while (segments.length < SEGMENTS) segments.push('*')
  return segments.join(':')
}

/** What an ARN of IAM may name. [K] AWS adds to this list. */
const IAM_PATHS = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
]

function checkIamArn(resource: string, kind: PolicyKind): void {
  const [, , , region, , ...rest] = resource.split(':')
  const path = rest.join(':')
  if (region !== undefined && region !== '' && region !== '*') {
    throw malformedPolicy('iamResourceRegion', kind, resource)
  }
  if (rest.length === 0 || path === '*' || resource.includes('${')) return
  if (!IAM_PATHS.some((prefix) => path.startsWith(prefix))) {
    throw malformedPolicy('iamResourcePath', kind, IAM_PATHS.join(','))
  }
}

/** Buckets belong to no region in their ARN; access points, which name their account, do. */
function checkS3Arn(resource: string, kind: PolicyKind): void {
  const [, , , region, account] = resource.split(':')
  if (account === '' && region !== '' && region !== '*') {
    throw malformedPolicy('resourceRegion', kind, resource)
  }
}
