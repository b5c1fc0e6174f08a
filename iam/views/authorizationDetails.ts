/** Users, groups, roles and managed policies with all that decides about them, as GetAccountAuthorizationDetails shows them. */
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import type { DetailedEntity } from '../lookup/detailedEntities.ts'
import { groupsOf } from '../lookup/groupsOf.ts'
import { instanceProfilesOf } from '../lookup/instanceProfilesOf.ts'
import { type PolicyUse, unused } from '../lookup/policyUses.ts'
import type {
  GetAccountAuthorizationDetailsResponse,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  UserDetail,
} from '../model/shapes.ts'
import type { ManagedPolicy } from '../policy/managed/managedPolicy.ts'
import type { CustomerPolicy, Group, PolicyHolder, Role, User } from '../state.ts'
import { encodedDocument } from './encodedDocument.ts'
import { groupView } from './groupView.ts'
import { listedInstanceProfile } from './instanceProfileView.ts'
import { listedPolicy, versionsOf, versionView } from './policyView.ts'
import { lastUseOf, roleView } from './roleView.ts'
import { userView } from './userView.ts'

export interface Detailing {
  readonly read: Reader
  readonly account: string
  readonly uses: ReadonlyMap<string, PolicyUse>
}

export async function authorizationDetails(
  detailing: Detailing,
  entities: readonly DetailedEntity[],
): Promise<GetAccountAuthorizationDetailsResponse> {
  const UserDetailList: UserDetail[] = []
  const GroupDetailList: GroupDetail[] = []
  const RoleDetailList: RoleDetail[] = []
  const Policies: ManagedPolicyDetail[] = []
  for (const { type, entity } of entities) {
    if (type === 'User') UserDetailList.push(await userDetail(detailing, entity))
    else if (type === 'Group') GroupDetailList.push(groupDetail(entity))
    else if (type === 'Role') RoleDetailList.push(await roleDetail(detailing, entity))
    else Policies.push(policyDetail(detailing, entity))
  }
  return { UserDetailList, GroupDetailList, RoleDetailList, Policies }
}

async function userDetail({ read, account }: Detailing, user: User): Promise<UserDetail> {
  const groups = await groupsOf(read, account, user.groups)
  return {
    ...userView(user),
    UserPolicyList: policyList(user),
    GroupList: groups.map(({ name }) => name),
    AttachedManagedPolicies: attachedList(user),
  }
}

const groupDetail = (group: Group): GroupDetail => ({
  ...groupView(group),
  GroupPolicyList: policyList(group),
  AttachedManagedPolicies: attachedList(group),
})

async function roleDetail({ read, account }: Detailing, role: Role): Promise<RoleDetail> {
  const { Description, MaxSessionDuration, ...shown } = await roleView(read, role)
  const profiles = await instanceProfilesOf(read, account, role)
  return {
    ...shown,
    InstanceProfileList: await Promise.all(
      profiles.map((profile) => listedInstanceProfile(read, profile)),
    ),
    RolePolicyList: policyList(role),
    AttachedManagedPolicies: attachedList(role),
    RoleLastUsed: await lastUseOf(read, account, role),
  }
}

function policyDetail(
  { uses }: Detailing,
  policy: CustomerPolicy | ManagedPolicy,
): ManagedPolicyDetail {
  return {
    ...listedPolicy(policy, uses.get(policy.arn) ?? unused),
    Description: policy.description,
    PolicyVersionList: versionsOf(policy).map((version) => versionView(version, policy)),
  }
}

const policyList = ({ inlinePolicies }: PolicyHolder) =>
  inlinePolicies.map(({ name, document }) => ({
    PolicyName: name,
    PolicyDocument: encodedDocument(document),
  }))

const attachedList = ({ attachedPolicies }: PolicyHolder) =>
  attachedPolicies.map((arn) => ({ PolicyName: readEntityArn(arn)!.name, PolicyArn: arn }))
