/** A customer managed policy by its ARN: the account's own alone, those of others cannot be used. */
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import {
  type CustomerPolicy,
  customerPolicies,
  nameKey,
  type PolicyVersion,
  scopeOf,
} from '../state.ts'

export async function customerPolicyByArn(
  read: Reader,
  account: string,
  arn: string,
): Promise<CustomerPolicy | undefined> {
  const named = readEntityArn(arn)
  if (named?.type !== 'policy' || named.account !== account) return undefined
  const found = await read.get(customerPolicies, scopeOf(account), nameKey(named.name))
  return found?.value.arn === arn ? found.value : undefined
}

export function defaultVersion({ versions, defaultVersionId }: CustomerPolicy): PolicyVersion {
  const found = versions.find(({ id }) => id === defaultVersionId)
  if (found === undefined) throw new Error('INVARIANT: a policy has its default version')
  return found
}
