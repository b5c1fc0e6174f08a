/** IAM's quotas where AWS's defaults stand (IAM User Guide, "IAM and AWS STS quotas"). [K] AWS raises some over time. */

// SIMPLIFICATION: how many users, roles and policies an account may have is not counted.
export const quotas = {
  accessKeysPerUser: 2,
  /** Managed policies attached to one user or role. */
  attachedPolicies: 10,
  /** Characters of all inline policies together. */
  userInlinePolicies: 2_048,
  roleInlinePolicies: 10_240,
  managedPolicy: 6_144,
  trustPolicy: 2_048,
} as const

/** IAM does not count white space. */
export const policySize = (document: string): number => document.replace(/\s/g, '').length
