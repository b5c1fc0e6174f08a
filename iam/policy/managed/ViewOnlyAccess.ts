/**
 * AWS managed policy: seeing what there is, without reading what is in it.
 * SIMPLIFICATION: the services of this sandbox only.
 */
import { managedPolicy } from './managedPolicy.ts'

export const ViewOnlyAccess = managedPolicy({
  name: 'ViewOnlyAccess',
  policyId: 'ANPAID22R6XPJATWOFDK6',
  path: '/job-function/',
  description:
    'This policy grants permissions to view resources and basic metadata across all AWS services.',
  defaultVersionId: 'v1',
  createDate: '2016-11-10T17:20:15Z',
  updateDate: '2016-11-10T17:20:15Z',
  statements: [
    {
      Effect: 'Allow',
      Action: [
        'cloudtrail:DescribeTrails',
        'cloudtrail:LookupEvents',
        'cloudwatch:Describe*',
        'cloudwatch:List*',
        'config:Describe*',
        'config:List*',
        'dynamodb:ListTables',
        'ec2:Describe*',
        'events:ListRuleNamesByTarget',
        'events:ListRules',
        'events:ListTargetsByRule',
        'guardduty:List*',
        'iam:GetAccountSummary',
        'iam:GetLoginProfile',
        'iam:List*',
        'kms:ListAliases',
        'kms:ListKeys',
        'lambda:List*',
        'logs:Describe*',
        'organizations:List*',
        's3:ListAllMyBuckets',
        's3:ListBucket',
        'secretsmanager:ListSecrets',
        'sns:List*',
        'sqs:ListQueues',
        'ssm:DescribeParameters',
        'wafv2:List*',
      ],
      Resource: '*',
    },
  ],
})
