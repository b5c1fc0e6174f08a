/** iam:GetUserPolicy: one inline policy of a user. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { inlinePolicyNamed } from '../rules/inlinePolicies.ts'
import { encodedDocument } from '../views/encodedDocument.ts'

export const getUserPolicy = operation(iam.GetUserPolicy, {
  access: 'read',
  authorize: userCheck('iam:GetUserPolicy'),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const { name, document } = inlinePolicyNamed(user, input.PolicyName, 'user')
    return {
      UserName: user.name,
      PolicyName: name,
      PolicyDocument: encodedDocument(document),
    }
  },
})
