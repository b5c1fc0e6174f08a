/** iam:GetAccountSummary: how much of everything the account has, and may have. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { accountSummary } from '../views/accountSummary.ts'

export const getAccountSummary = operation(iam.GetAccountSummary, {
  access: 'read',
  authorize: listCheck('iam:GetAccountSummary'),

  handle: async ({ caller, store }) => ({
    SummaryMap: await accountSummary(store, caller.accountId),
  }),
})
