/** Names of the SAML attributes that STS reads (IAM User Guide, "Configure SAML assertions"). */
const prefix = 'https://aws.amazon.com/SAML/Attributes/'

export const attributeNames = {
  role: `${prefix}Role`,
  roleSessionName: `${prefix}RoleSessionName`,
  sourceIdentity: `${prefix}SourceIdentity`,
  principalTagPrefix: `${prefix}PrincipalTag:`,
  transitiveTagKeys: `${prefix}TransitiveTagKeys`,
} as const

/** [inf] AWS does not publish how Identity Center tells STS of its user; ours is this. */
export const identityStorePrefix = 'https://aws.amazon.com/SAML/Attributes/IdentityStore:'
