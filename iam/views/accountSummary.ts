/** How much of everything an account has, and may have, by the names of GetAccountSummary. */
import type { Collection, Reader } from '#kernel/store/store.ts'
import { accountQuotas, quotas } from '../quotas.ts'
import {
  accountKey,
  accounts,
  customerPolicies,
  groups,
  instanceProfiles,
  roles,
  samlProviders,
  scopeOf,
  users,
} from '../state.ts'

/** What does not depend on the account. */
const LIMITS = {
  UsersQuota: accountQuotas.UsersPerAccount,
  GroupsQuota: accountQuotas.GroupsPerAccount,
  RolesQuota: accountQuotas.RolesPerAccount,
  InstanceProfilesQuota: accountQuotas.InstanceProfilesPerAccount,
  PoliciesQuota: accountQuotas.PoliciesPerAccount,
  ServerCertificatesQuota: 20,
  PolicyVersionsInUseQuota: 10_000,
  GroupsPerUserQuota: quotas.groupsPerUser,
  AccessKeysPerUserQuota: quotas.accessKeysPerUser,
  SigningCertificatesPerUserQuota: 2,
  AttachedPoliciesPerUserQuota: quotas.attachedPolicies,
  AttachedPoliciesPerGroupQuota: quotas.attachedPolicies,
  AttachedPoliciesPerRoleQuota: quotas.attachedPolicies,
  UserPolicySizeQuota: quotas.userInlinePolicies,
  GroupPolicySizeQuota: quotas.groupInlinePolicies,
  RolePolicySizeQuota: quotas.roleInlinePolicies,
  PolicySizeQuota: quotas.managedPolicy,
  AssumeRolePolicySizeQuota: quotas.trustPolicy,
  VersionsPerPolicyQuota: quotas.versionsPerPolicy,
  // Tokens of the global endpoint are good in the regions that are on by default.
  GlobalEndpointTokenVersion: 1,
} as const

/** Of what this sandbox does not have, an account has none. */
const NONE = {
  ServerCertificates: 0,
  MFADevices: 0,
  MFADevicesInUse: 0,
  AccountMFAEnabled: 0,
  AccountPasswordPresent: 0,
  AccountSigningCertificatesPresent: 0,
} as const

export async function accountSummary(
  read: Reader,
  account: string,
): Promise<Record<string, number>> {
  const count = async (collection: Collection<unknown>) =>
    (await read.list(collection, scopeOf(account))).length
  const policies = await read.list(customerPolicies, scopeOf(account))
  const root = await read.get(accounts, scopeOf(account), accountKey)
  return {
    ...LIMITS,
    ...NONE,
    Users: await count(users),
    Groups: await count(groups),
    Roles: await count(roles),
    InstanceProfiles: await count(instanceProfiles),
    Providers: await count(samlProviders),
    Policies: policies.length,
    PolicyVersionsInUse: policies.reduce((sum, { value }) => sum + value.versions.length, 0),
    AccountAccessKeysPresent: root?.value.accessKeyIds.length ? 1 : 0,
  }
}
