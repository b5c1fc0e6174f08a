/** iam:ListEntitiesForPolicy: who has a managed policy, attached or as a boundary, in pages. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { existingPolicy } from '../lookup/existingPolicy.ts'
import { type Holder, policyHolders } from '../lookup/policyHolders.ts'
import type { ListEntitiesForPolicyRequest } from '../model/shapes.ts'
import { pageOf } from '../page.ts'
import { nameKey } from '../state.ts'

export const listEntitiesForPolicy = operation(iam.ListEntitiesForPolicy, {
  access: 'read',
  authorize: policyCheck('iam:ListEntitiesForPolicy'),

  async handle({ input, caller: { accountId }, store }) {
    await existingPolicy(store, accountId, input.PolicyArn)
    const holders = await policyHolders(store, accountId)
    const { items, position } = pageOf(
      holders.filter((holder) => isAsked(holder, input)),
      ({ type, holder }) => `${type}/${nameKey(holder.name)}`,
      input,
    )
    const named = (type: Holder['type']) => items.filter((each) => each.type === type)
    return {
      PolicyGroups: named('Group').map(({ holder: { name, id } }) => ({
        GroupName: name,
        GroupId: id,
      })),
      PolicyUsers: named('User').map(({ holder: { name, id } }) => ({
        UserName: name,
        UserId: id,
      })),
      PolicyRoles: named('Role').map(({ holder: { name, id } }) => ({
        RoleName: name,
        RoleId: id,
      })),
      ...position,
    }
  },
})

function isAsked({ type, holder }: Holder, input: ListEntitiesForPolicyRequest): boolean {
  const { PolicyArn, EntityFilter = type, PathPrefix = '/', PolicyUsageFilter } = input
  const isAttached = holder.attachedPolicies.includes(PolicyArn)
  const isBoundary = holder.permissionsBoundary === PolicyArn
  const isUsed =
    (isAttached && PolicyUsageFilter !== 'PermissionsBoundary') ||
    (isBoundary && PolicyUsageFilter !== 'PermissionsPolicy')
  return isUsed && type === EntityFilter && holder.path.startsWith(PathPrefix)
}
