/** sts:GetCallerIdentity: who the signature proves the caller to be. */
import { noAuthorization } from '#kernel/http/operation.ts'
import { operation, sts } from '../api.ts'

export const getCallerIdentity = operation(sts.GetCallerIdentity, {
  access: 'read',
  authorize: noAuthorization('AWS asks for no permission here, and none can be denied'),
  handle: ({ caller }) => ({
    UserId: caller.userId,
    Account: caller.accountId,
    Arn: caller.arn,
  }),
})
