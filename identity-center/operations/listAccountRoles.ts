/** sso:ListAccountRoles: the permission sets that the person may use in one account, by name. */
import { noAuthorization } from '#kernel/http/operation.ts'
import { operation, sso } from '../api.ts'
import { grantsOf } from '../assignments.ts'
import { portalEvent } from '../audit/portalEvent.ts'
import { noAccess } from '../errors/portalErrors.ts'
import { page } from '../page.ts'
import type { BearerProof } from '../stages/authenticateBearer.ts'

export const listAccountRoles = operation(sso.ListAccountRoles, {
  access: 'read',

  authorize: noAuthorization('a person sees what is assigned to them; no policy of IAM is asked'),

  handle: async ({ input, facts, store }) => {
    const { instance, open } = facts.proof as BearerProof
    const { accountId } = input
    const grants = await grantsOf(store, instance, open.user)
    const names = grants
      .filter(({ account }) => account.accountId === accountId)
      .map(({ permissionSet }) => permissionSet.name)
    if (names.length === 0) throw noAccess('nothing is assigned to the person in this account')
    const { items, nextToken } = page(names, (name) => name, input)
    return {
      roleList: items.map((roleName) => ({ roleName, accountId })),
      ...(nextToken !== undefined && { nextToken }),
    }
  },

  audit: ({ input, facts }) =>
    portalEvent(facts.proof as BearerProof, { account_id: input.accountId }),
})
