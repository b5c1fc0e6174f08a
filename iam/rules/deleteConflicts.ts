/** What must go before a user, group or role, in the order in which AWS names it [K]. */
import type { Reader } from '#kernel/store/store.ts'
import {
  mustDeleteAccessKeys,
  mustDeletePolicies,
  mustDetachPolicies,
  mustRemoveFromGroups,
  mustRemoveFromProfiles,
} from '../errors.ts'
import { groupMembers } from '../lookup/groupMembers.ts'
import { instanceProfilesOf } from '../lookup/instanceProfilesOf.ts'
import type { Group, PolicyHolder, Role, User } from '../state.ts'

export function refuseUserInUse(user: User): void {
  refuseWithPolicies(user)
  if (user.groups.length > 0) throw mustRemoveFromGroups()
  if (user.accessKeyIds.length > 0) throw mustDeleteAccessKeys()
}

export async function refuseGroupInUse(read: Reader, account: string, group: Group): Promise<void> {
  refuseWithPolicies(group)
  if ((await groupMembers(read, account, group)).length > 0) throw mustRemoveFromGroups()
}

export async function refuseRoleInUse(read: Reader, account: string, role: Role): Promise<void> {
  if ((await instanceProfilesOf(read, account, role)).length > 0) throw mustRemoveFromProfiles()
  refuseWithPolicies(role)
}

function refuseWithPolicies({ attachedPolicies, inlinePolicies }: PolicyHolder): void {
  if (attachedPolicies.length > 0) throw mustDetachPolicies()
  if (inlinePolicies.length > 0) throw mustDeletePolicies()
}
