/** Names of what Identity Center makes in an account (IAM Identity Center User Guide, "Roles created by IAM Identity Center"). */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Instance, PermissionSet } from '../state.ts'

export const makeProviderName = (ids: Ids): string => `AWSSSO_${ids.hex(16)}_DO_NOT_DELETE`

/** The suffix is another one in each account, and when the role is made anew. */
export const makeRoleName = ({ name }: PermissionSet, ids: Ids): string =>
  `AWSReservedSSO_${name}_${ids.hex(16)}`

/** The region stands in the path of all regions but the first. */
export const rolePathIn = ({ region }: Instance): string =>
  region === 'us-east-1'
    ? '/aws-reserved/sso.amazonaws.com/'
    : `/aws-reserved/sso.amazonaws.com/${region}/`

export const roleArnOf = (instance: Instance, accountId: string, roleName: string): string =>
  `arn:aws:iam::${accountId}:role${rolePathIn(instance)}${roleName}`

export const providerArnOf = (accountId: string, providerName: string): string =>
  `arn:aws:iam::${accountId}:saml-provider/${providerName}`

/** The permission set's own policy, as it is called in the role. */
export const inlinePolicyName = 'AwsSSOInlinePolicy'

/** The role with which Identity Center acts in an account. */
export const serviceRoleArn = (accountId: string): string =>
  `arn:aws:iam::${accountId}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`

export const serviceSessionName = 'AWS-SSO'
