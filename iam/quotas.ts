/** IAM's quotas where AWS's defaults stand (IAM User Guide, "IAM and AWS STS quotas"). [K] AWS raises some over time. */

export const quotas = {
  accessKeysPerUser: 2,
  groupsPerUser: 10,
  rolesPerInstanceProfile: 1,
  versionsPerPolicy: 5,
  /** Managed policies attached to one user, group or role. */
  attachedPolicies: 10,
  /** Characters of all inline policies together. */
  userInlinePolicies: 2_048,
  groupInlinePolicies: 5_120,
  roleInlinePolicies: 10_240,
  managedPolicy: 6_144,
  trustPolicy: 2_048,
  tags: 50,
} as const

/** How much of everything an account may have, by the name that a refusal gives it. */
export const accountQuotas = {
  UsersPerAccount: 5_000,
  GroupsPerAccount: 300,
  RolesPerAccount: 1_000,
  InstanceProfilesPerAccount: 1_000,
  PoliciesPerAccount: 1_500,
  SAMLProvidersPerAccount: 100,
} as const

/** IAM does not count white space. */
export const policySize = (document: string): number => document.replace(/\s/g, '').length
