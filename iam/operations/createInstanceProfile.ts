/** iam:CreateInstanceProfile: what hands a role to a machine of EC2; still without one. */
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { iam, operation } from '../api.ts'
import { newEntityCheck } from '../checks/newEntityCheck.ts'
import { entityArn } from '../entityArn.ts'
import { instanceProfileExists } from '../errors.ts'
import type { CreateInstanceProfileRequest } from '../model/shapes.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import { checkedTags } from '../rules/checkedTags.ts'
import { type InstanceProfile, instanceProfiles, nameKey, scopeOf } from '../state.ts'
import { instanceProfileView } from '../views/instanceProfileView.ts'

export const createInstanceProfile = operation(iam.CreateInstanceProfile, {
  access: 'write',

  authorize: newEntityCheck<CreateInstanceProfileRequest>({
    type: 'instance-profile',
    create: 'iam:CreateInstanceProfile',
    tag: 'iam:TagInstanceProfile',
    nameOf: ({ InstanceProfileName }) => InstanceProfileName,
  }),

  async handle({ input, caller: { accountId: account }, store, clock, ids }) {
    const { InstanceProfileName: name, Path: path = '/' } = input
    const scope = scopeOf(account)
    const tags = checkedTags(input.Tags)
    if (await store.get(instanceProfiles, scope, nameKey(name))) throw instanceProfileExists(name)
    await requireRoom(store, account, instanceProfiles, 'InstanceProfilesPerAccount')
    const profile: InstanceProfile = {
      id: makeUniqueId('AIPA', ids),
      name,
      path,
      arn: entityArn({ account, type: 'instance-profile', path, name }),
      createdAt: clock.now(),
      tags,
    }
    await store.put(instanceProfiles, scope, nameKey(name), profile)
    return { InstanceProfile: await instanceProfileView(store, profile) }
  },
})
