/** iam:GetInstanceProfile: one instance profile, with its role. */
import { iam, operation } from '../api.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { instanceProfileView } from '../views/instanceProfileView.ts'

export const getInstanceProfile = operation(iam.GetInstanceProfile, {
  access: 'read',
  authorize: instanceProfileCheck('iam:GetInstanceProfile'),

  async handle({ input, caller, store }) {
    const name = input.InstanceProfileName
    const profile = await existingInstanceProfile(store, caller.accountId, name)
    return { InstanceProfile: await instanceProfileView(store, profile) }
  },
})
