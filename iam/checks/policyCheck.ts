/** What is asked before something is done to a managed policy. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { customerPolicyByArn } from '../lookup/customerPolicyByArn.ts'
import { resourceTags } from './contextKeys.ts'

export const policyCheck =
  (action: string) =>
  async ({
    input: { PolicyArn: resource },
    caller,
    read,
  }: Asking<{ readonly PolicyArn: string }>): Promise<AuthorizationCheck[]> => {
    const found = await customerPolicyByArn(read, caller.accountId, resource)
    return [{ action, resource, context: resourceTags(found?.tags) }]
  }
