/** AWS managed policy: everything but users, groups, the account and the organization. */
import { managedPolicy } from './managedPolicy.ts'

export const PowerUserAccess = managedPolicy({
  name: 'PowerUserAccess',
  policyId: 'ANPAJYRXTHIB4FOVS3ZXS',
  description:
    'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
  defaultVersionId: 'v5',
  createDate: '2015-02-06T18:39:47Z',
  updateDate: '2023-07-06T22:04:00Z',
  statements: [
    {
      Effect: 'Allow',
      NotAction: ['iam:*', 'organizations:*', 'account:*'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: [
        'iam:CreateServiceLinkedRole',
        'iam:DeleteServiceLinkedRole',
        'iam:ListRoles',
        'organizations:DescribeOrganization',
        'account:ListRegions',
        'account:GetAccountInformation',
      ],
      Resource: '*',
    },
  ],
})
