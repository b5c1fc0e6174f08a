/** AWS managed policy: all of IAM. */
import { managedPolicy } from './managedPolicy.ts'

export const IAMFullAccess = managedPolicy({
  name: 'IAMFullAccess',
  policyId: 'ANPAI7XKCFMBPM3QQRRVQ',
  description: 'Provides full access to IAM via the AWS Management Console.',
  defaultVersionId: 'v2',
  createDate: '2015-02-06T18:40:38Z',
  updateDate: '2019-06-21T19:40:00Z',
  statements: [
    {
      Effect: 'Allow',
      Action: [
        'iam:*',
        'organizations:DescribeAccount',
        'organizations:DescribeOrganization',
        'organizations:DescribeOrganizationalUnit',
        'organizations:DescribePolicy',
        'organizations:ListChildren',
        'organizations:ListParents',
        'organizations:ListPoliciesForTarget',
        'organizations:ListRoots',
        'organizations:ListPolicies',
        'organizations:ListTargetsForPolicy',
      ],
      Resource: '*',
    },
  ],
})
