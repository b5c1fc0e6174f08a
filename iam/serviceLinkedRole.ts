/**
 * Service-linked roles: what a service does in an account in its own name. Only that service may assume one,
 * only AWS may change it, and no SCP binds it (IAM User Guide, "Service-linked roles").
 */
import type { Ids } from '#kernel/ids/ids.ts'
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { entityArn } from './entityArn.ts'
import { AWSSSOServiceRolePolicy } from './policy/managed/AWSSSOServiceRolePolicy.ts'
import type { Role } from './state.ts'

/** What AWS defines for a service that has such a role. */
export interface LinkedService {
  readonly principal: string
  readonly roleName: string
  readonly policyArn: string
  readonly description: string
}

/** [K] the description's wording. */
export const sso: LinkedService = {
  principal: 'sso.amazonaws.com',
  roleName: 'AWSServiceRoleForSSO',
  policyArn: AWSSSOServiceRolePolicy.arn,
  description:
    'Service-linked role used by AWS SSO to manage AWS resources, including IAM roles, policies and SAML IdP on your behalf.',
}

export const linkedServices: ReadonlyMap<string, LinkedService> = new Map(
  [sso].map((service) => [service.principal, service]),
)

export const linkedRolePath = (principal: string): string => `/aws-service-role/${principal}/`

interface Making {
  readonly account: string
  readonly now: number
  readonly ids: Ids
  readonly description?: string | undefined
}

export function newServiceLinkedRole(service: LinkedService, making: Making): Role {
  const { principal, roleName: name, policyArn } = service
  const { account, now, ids, description = service.description } = making
  const path = linkedRolePath(principal)
  return {
    id: makeUniqueId('AROA', ids),
    name,
    path,
    arn: entityArn({ account, type: 'role', path, name }),
    createdAt: now,
    tags: [],
    inlinePolicies: [],
    attachedPolicies: [policyArn],
    trustPolicy: { document: trustOfService(principal), principals: [] },
    description,
    maxSessionDuration: 3600,
    linkedService: principal,
  }
}

const trustOfService = (principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }],
  })
