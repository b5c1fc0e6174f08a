/** What is asked before something is done to a managed policy. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { customerPolicyByArn } from '../lookup/customerPolicyByArn.ts'
import { type ContextKeys, type KeyedInput, resourceTags } from './contextKeys.ts'

type PolicyInput = KeyedInput & { readonly PolicyArn: string }

export const policyCheck =
  (action: string, ...keys: readonly ContextKeys[]) =>
  async ({ input, caller, read }: Asking<PolicyInput>): Promise<AuthorizationCheck[]> => {
    const { PolicyArn: resource } = input
    const found = await customerPolicyByArn(read, caller.accountId, resource)
    const more = keys.map((each) => each(input, undefined))
    return [{ action, resource, context: Object.assign(resourceTags(found?.tags), ...more) }]
  }
