/** Wherever a role is handed to a service: may the caller pass it? (IAM User Guide, "Grant permissions to pass a role".) */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { roleCheck } from './principalCheck.ts'

const check = roleCheck('iam:PassRole')

/** [K] AWS names the service here too, where the role goes into a profile and to no machine yet. */
export const passRoleCheck =
  <I>(roleNameOf: (input: I) => string, service: string) =>
  async ({ input, ...asking }: Asking<I>): Promise<AuthorizationCheck[]> => {
    const asked = await check({ ...asking, input: { RoleName: roleNameOf(input) } })
    const passed = { 'iam:PassedToService': [service] }
    return asked.map((each) => ({ ...each, context: { ...each.context, ...passed } }))
  }
