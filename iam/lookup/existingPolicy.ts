/** A managed policy by its ARN, AWS's or the account's own, or the refusal. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import { invalidArn, managedByAws, policyNotFound } from '../errors.ts'
import { managedPolicies } from '../policy/managed/index.ts'
import type { ManagedPolicy } from '../policy/managed/managedPolicy.ts'
import type { CustomerPolicy } from '../state.ts'
import { customerPolicyByArn } from './customerPolicyByArn.ts'

export async function existingPolicy(
  read: Reader,
  account: string,
  arn: string,
): Promise<CustomerPolicy | ManagedPolicy> {
  if (readEntityArn(arn)?.type !== 'policy') throw invalidArn(arn)
  const found = managedPolicies.get(arn) ?? (await customerPolicyByArn(read, account, arn))
  if (found === undefined) throw policyNotFound(arn)
  return found
}

/** One that the caller may change: AWS's own nobody. */
export async function editablePolicy(
  read: Reader,
  caller: Caller,
  action: string,
  arn: string,
): Promise<CustomerPolicy> {
  const policy = await existingPolicy(read, caller.accountId, arn)
  if (!('versions' in policy)) throw managedByAws(caller.arn, action, arn)
  return policy
}
