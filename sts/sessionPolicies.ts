/** Policies that a session is narrowed by: IAM says whether they are well-formed and exist, and refuses in its own words. */
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { PolicyDescriptorType } from './model/shapes.ts'
import { parseRoleArn } from './roleArn.ts'

interface Narrowing {
  readonly RoleArn: string
  readonly Policy?: string | undefined
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined
}

export interface SessionPolicies {
  readonly policy: string | undefined
  readonly policyArns: string[]
}

export async function checkedSessionPolicies(
  { RoleArn, Policy: policy, PolicyArns = [] }: Narrowing,
  hops: PortClients,
): Promise<SessionPolicies> {
  const policyArns = PolicyArns.map(({ arn }) => arn ?? '')
  const { accountId } = parseRoleArn(RoleArn)!
  if (policy !== undefined || policyArns.length > 0)
    await hops.roles.sessionPolicies({
      accountId,
      policyArns,
      ...(policy !== undefined && { policy }),
    })
  return { policy, policyArns }
}
