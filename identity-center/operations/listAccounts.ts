/** sso:ListAccounts: the accounts in which the person may take a role. */
import { noAuthorization } from '#kernel/http/operation.ts'
import { operation, sso } from '../api.ts'
import { grantsOf } from '../assignments.ts'
import { portalEvent } from '../audit/portalEvent.ts'
import { page } from '../page.ts'
import type { BearerProof } from '../stages/authenticateBearer.ts'

export const listAccounts = operation(sso.ListAccounts, {
  access: 'read',

  authorize: noAuthorization('a person sees what is assigned to them; no policy of IAM is asked'),

  handle: async ({ input, facts, store }) => {
    const { instance, open } = facts.proof as BearerProof
    const grants = await grantsOf(store, instance, open.user)
    const accounts = new Map(grants.map(({ account }) => [account.accountId, account]))
    const { items, nextToken } = page([...accounts.values()], ({ accountId }) => accountId, input)
    return {
      accountList: items.map(({ accountId, name, email }) => ({
        accountId,
        accountName: name,
        ...(email !== undefined && { emailAddress: email }),
      })),
      ...(nextToken !== undefined && { nextToken }),
    }
  },

  audit: ({ facts }) => portalEvent(facts.proof as BearerProof),
})
