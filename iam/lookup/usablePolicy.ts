/** Managed policies that a user or role is to have: attached, or as its boundary. */
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import {
  boundaryNotFound,
  invalidArn,
  policyNotAttachable,
  servicePolicyNotAttachable,
} from '../errors.ts'
import { managedPolicies } from '../policy/managed/index.ts'
import { customerPolicyByArn } from './customerPolicyByArn.ts'

export async function requireAttachable(read: Reader, account: string, arn: string): Promise<void> {
  if (!(await isThere(read, account, arn))) throw policyNotAttachable(arn)
  if (managedPolicies.get(arn)?.path === '/aws-service-role/') throw servicePolicyNotAttachable()
}

export async function requireBoundary(
  read: Reader,
  account: string,
  arn: string | undefined,
): Promise<void> {
  if (arn !== undefined && !(await isThere(read, account, arn))) throw boundaryNotFound(arn)
}

async function isThere(read: Reader, account: string, arn: string): Promise<boolean> {
  if (readEntityArn(arn)?.type !== 'policy') throw invalidArn(arn)
  return managedPolicies.has(arn) || (await customerPolicyByArn(read, account, arn)) !== undefined
}
