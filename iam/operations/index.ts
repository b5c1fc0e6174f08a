/** IAM's operations. */
import { addRoleToInstanceProfile } from './addRoleToInstanceProfile.ts'
import { addUserToGroup } from './addUserToGroup.ts'
import { attachGroupPolicy } from './attachGroupPolicy.ts'
import { attachRolePolicy } from './attachRolePolicy.ts'
import { attachUserPolicy } from './attachUserPolicy.ts'
import { createAccessKey } from './createAccessKey.ts'
import { createAccountAlias } from './createAccountAlias.ts'
import { createGroup } from './createGroup.ts'
import { createInstanceProfile } from './createInstanceProfile.ts'
import { createPolicy } from './createPolicy.ts'
import { createPolicyVersion } from './createPolicyVersion.ts'
import { createRole } from './createRole.ts'
import { createSAMLProvider } from './createSAMLProvider.ts'
import { createServiceLinkedRole } from './createServiceLinkedRole.ts'
import { createUser } from './createUser.ts'
import { deleteAccessKey } from './deleteAccessKey.ts'
import { deleteAccountAlias } from './deleteAccountAlias.ts'
import { deleteGroup } from './deleteGroup.ts'
import { deleteGroupPolicy } from './deleteGroupPolicy.ts'
import { deleteInstanceProfile } from './deleteInstanceProfile.ts'
import { deletePolicy } from './deletePolicy.ts'
import { deletePolicyVersion } from './deletePolicyVersion.ts'
import { deleteRole } from './deleteRole.ts'
import { deleteRolePermissionsBoundary } from './deleteRolePermissionsBoundary.ts'
import { deleteRolePolicy } from './deleteRolePolicy.ts'
import { deleteSAMLProvider } from './deleteSAMLProvider.ts'
import { deleteUser } from './deleteUser.ts'
import { deleteUserPermissionsBoundary } from './deleteUserPermissionsBoundary.ts'
import { deleteUserPolicy } from './deleteUserPolicy.ts'
import { detachGroupPolicy } from './detachGroupPolicy.ts'
import { detachRolePolicy } from './detachRolePolicy.ts'
import { detachUserPolicy } from './detachUserPolicy.ts'
import { getAccessKeyLastUsed } from './getAccessKeyLastUsed.ts'
import { getAccountAuthorizationDetails } from './getAccountAuthorizationDetails.ts'
import { getAccountSummary } from './getAccountSummary.ts'
import { getGroup } from './getGroup.ts'
import { getGroupPolicy } from './getGroupPolicy.ts'
import { getInstanceProfile } from './getInstanceProfile.ts'
import { getPolicy } from './getPolicy.ts'
import { getPolicyVersion } from './getPolicyVersion.ts'
import { getRole } from './getRole.ts'
import { getRolePolicy } from './getRolePolicy.ts'
import { getSAMLProvider } from './getSAMLProvider.ts'
import { getUser } from './getUser.ts'
import { getUserPolicy } from './getUserPolicy.ts'
import { listAccessKeys } from './listAccessKeys.ts'
import { listAccountAliases } from './listAccountAliases.ts'
import { listAttachedGroupPolicies } from './listAttachedGroupPolicies.ts'
import { listAttachedRolePolicies } from './listAttachedRolePolicies.ts'
import { listAttachedUserPolicies } from './listAttachedUserPolicies.ts'
import { listEntitiesForPolicy } from './listEntitiesForPolicy.ts'
import { listGroupPolicies } from './listGroupPolicies.ts'
import { listGroups } from './listGroups.ts'
import { listGroupsForUser } from './listGroupsForUser.ts'
import { listInstanceProfiles } from './listInstanceProfiles.ts'
import { listInstanceProfilesForRole } from './listInstanceProfilesForRole.ts'
import { listInstanceProfileTags } from './listInstanceProfileTags.ts'
import { listPolicies } from './listPolicies.ts'
import { listPolicyTags } from './listPolicyTags.ts'
import { listPolicyVersions } from './listPolicyVersions.ts'
import { listRolePolicies } from './listRolePolicies.ts'
import { listRoles } from './listRoles.ts'
import { listRoleTags } from './listRoleTags.ts'
import { listSAMLProviders } from './listSAMLProviders.ts'
import { listSAMLProviderTags } from './listSAMLProviderTags.ts'
import { listUserPolicies } from './listUserPolicies.ts'
import { listUsers } from './listUsers.ts'
import { listUserTags } from './listUserTags.ts'
import { putGroupPolicy } from './putGroupPolicy.ts'
import { putRolePermissionsBoundary } from './putRolePermissionsBoundary.ts'
import { putRolePolicy } from './putRolePolicy.ts'
import { putUserPermissionsBoundary } from './putUserPermissionsBoundary.ts'
import { putUserPolicy } from './putUserPolicy.ts'
import { removeRoleFromInstanceProfile } from './removeRoleFromInstanceProfile.ts'
import { removeUserFromGroup } from './removeUserFromGroup.ts'
import { setDefaultPolicyVersion } from './setDefaultPolicyVersion.ts'
import { tagInstanceProfile } from './tagInstanceProfile.ts'
import { tagPolicy } from './tagPolicy.ts'
import { tagRole } from './tagRole.ts'
import { tagSAMLProvider } from './tagSAMLProvider.ts'
import { tagUser } from './tagUser.ts'
import { untagInstanceProfile } from './untagInstanceProfile.ts'
import { untagPolicy } from './untagPolicy.ts'
import { untagRole } from './untagRole.ts'
import { untagSAMLProvider } from './untagSAMLProvider.ts'
import { untagUser } from './untagUser.ts'
import { updateAccessKey } from './updateAccessKey.ts'
import { updateAssumeRolePolicy } from './updateAssumeRolePolicy.ts'
import { updateGroup } from './updateGroup.ts'
import { updateRole } from './updateRole.ts'
import { updateRoleDescription } from './updateRoleDescription.ts'
import { updateSAMLProvider } from './updateSAMLProvider.ts'
import { updateUser } from './updateUser.ts'

export const operations = [
  createUser,
  getUser,
  listUsers,
  updateUser,
  tagUser,
  untagUser,
  listUserTags,
  deleteUser,
  createAccessKey,
  listAccessKeys,
  updateAccessKey,
  deleteAccessKey,
  getAccessKeyLastUsed,
  createRole,
  getRole,
  listRoles,
  deleteRole,
  updateRole,
  updateAssumeRolePolicy,
  updateRoleDescription,
  tagRole,
  untagRole,
  listRoleTags,
  putRolePolicy,
  getRolePolicy,
  listRolePolicies,
  deleteRolePolicy,
  putUserPolicy,
  getUserPolicy,
  listUserPolicies,
  deleteUserPolicy,
  createPolicy,
  getPolicy,
  listPolicies,
  deletePolicy,
  getPolicyVersion,
  listPolicyVersions,
  createPolicyVersion,
  setDefaultPolicyVersion,
  deletePolicyVersion,
  listEntitiesForPolicy,
  tagPolicy,
  untagPolicy,
  listPolicyTags,
  attachRolePolicy,
  detachRolePolicy,
  listAttachedRolePolicies,
  attachUserPolicy,
  detachUserPolicy,
  listAttachedUserPolicies,
  putRolePermissionsBoundary,
  deleteRolePermissionsBoundary,
  putUserPermissionsBoundary,
  deleteUserPermissionsBoundary,
  createSAMLProvider,
  getSAMLProvider,
  listSAMLProviders,
  updateSAMLProvider,
  deleteSAMLProvider,
  tagSAMLProvider,
  untagSAMLProvider,
  listSAMLProviderTags,
  createServiceLinkedRole,
  createGroup,
  getGroup,
  listGroups,
  updateGroup,
  deleteGroup,
  addUserToGroup,
  removeUserFromGroup,
  listGroupsForUser,
  putGroupPolicy,
  getGroupPolicy,
  listGroupPolicies,
  deleteGroupPolicy,
  attachGroupPolicy,
  detachGroupPolicy,
  listAttachedGroupPolicies,
  createInstanceProfile,
  getInstanceProfile,
  deleteInstanceProfile,
  listInstanceProfiles,
  listInstanceProfilesForRole,
  addRoleToInstanceProfile,
  removeRoleFromInstanceProfile,
  tagInstanceProfile,
  untagInstanceProfile,
  listInstanceProfileTags,
  createAccountAlias,
  deleteAccountAlias,
  listAccountAliases,
  getAccountSummary,
  getAccountAuthorizationDetails,
]
