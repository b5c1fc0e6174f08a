/**
 * AWS managed policy of `AWSServiceRoleForSSO`: what IAM Identity Center may do in every account, that is
 * its own roles under `/aws-reserved/sso.amazonaws.com/` and its own SAML provider, and nothing else in IAM.
 * SIMPLIFICATION: AWS's text also speaks of directories, and withholds the writes in the management account.
 */
import { managedPolicy } from './managedPolicy.ts'

const RESERVED_ROLES = 'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*'
const OWN_PROVIDERS = 'arn:aws:iam::*:saml-provider/AWSSSO_*'

export const AWSSSOServiceRolePolicy = managedPolicy({
  name: 'AWSSSOServiceRolePolicy',
  policyId: 'ANPAIJ52KSWOD4GI54XP2',
  path: '/aws-service-role/',
  description:
    'Grants AWS SSO permissions to manage AWS resources, including IAM roles, policies and SAML IdP on your behalf.',
  defaultVersionId: 'v1',
  createDate: '2017-12-05T18:36:15Z',
  updateDate: '2017-12-05T18:36:15Z',
  statements: [
    {
      Sid: 'IAMRoleProvisioningActions',
      Effect: 'Allow',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRolePermissionsBoundary',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      Resource: [RESERVED_ROLES],
    },
    {
      Sid: 'IAMRoleReadActions',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:ListRoles'],
      Resource: ['*'],
    },
    {
      Sid: 'IAMRoleCleanupActions',
      Effect: 'Allow',
      Action: [
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
      ],
      Resource: [RESERVED_ROLES],
    },
    {
      Sid: 'IAMSAMLProviderCreationAction',
      Effect: 'Allow',
      Action: ['iam:CreateSAMLProvider'],
      Resource: [OWN_PROVIDERS],
    },
    {
      Sid: 'IAMSAMLProviderUpdateAction',
      Effect: 'Allow',
      Action: ['iam:UpdateSAMLProvider'],
      Resource: [OWN_PROVIDERS],
    },
    {
      Sid: 'IAMSAMLProviderCleanupActions',
      Effect: 'Allow',
      Action: ['iam:DeleteSAMLProvider', 'iam:GetSAMLProvider'],
      Resource: [OWN_PROVIDERS],
    },
    {
      Sid: 'OrganizationsReadActions',
      Effect: 'Allow',
      Action: [
        'organizations:DescribeAccount',
        'organizations:DescribeOrganization',
        'organizations:ListAccounts',
        'organizations:ListAWSServiceAccessForOrganization',
        'organizations:ListDelegatedAdministrators',
      ],
      Resource: ['*'],
    },
  ],
})
