/** AWS managed policy: reading IAM, and asking its simulator. */
import { managedPolicy } from './managedPolicy.ts'

export const IAMReadOnlyAccess = managedPolicy({
  name: 'IAMReadOnlyAccess',
  policyId: 'ANPAJKSO7NDY4T57MWDSQ',
  description: 'Provides read only access to IAM via the AWS Management Console.',
  defaultVersionId: 'v4',
  createDate: '2015-02-06T18:40:39Z',
  updateDate: '2018-01-25T19:11:27Z',
  statements: [
    {
      Effect: 'Allow',
      Action: [
        'iam:GenerateCredentialReport',
        'iam:GenerateServiceLastAccessedDetails',
        'iam:Get*',
        'iam:List*',
        'iam:SimulateCustomPolicy',
        'iam:SimulatePrincipalPolicy',
      ],
      Resource: '*',
    },
  ],
})
