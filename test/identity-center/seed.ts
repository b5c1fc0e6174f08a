/** A company of four, an organization of three accounts, and permission sets of every kind. */
import type { Seed } from '#sandbox/seed/seed.ts'

export const management = '111111111111'
export const workloads = '222222222222'
export const sandbox = '333333333333'

export const accountAdmin = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

const password = 'hopscope'

export const seed: Seed = {
  accounts: [
    { id: management, name: 'management', email: 'management@example.com' },
    {
      id: workloads,
      name: 'workloads',
      email: 'workloads@example.com',
      users: [
        {
          name: 'admin',
          policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          accessKeys: [accountAdmin],
        },
      ],
    },
    { id: sandbox, name: 'sandbox' },
  ],
  organization: { managementAccountId: management, accounts: [workloads, sandbox] },
  workforce: {
    users: [
      {
        userName: 'ana@example.com',
        password,
        givenName: 'Ana',
        familyName: 'Soler',
        groups: ['builders'],
      },
      { userName: 'luis@example.com', password, givenName: 'Luis', groups: ['auditors'] },
      { userName: 'eva@example.com', password, groups: ['builders', 'auditors'] },
      { userName: 'nil@example.com', password },
    ],
  },
  identityCenter: {
    accountId: management,
    region: 'us-east-1',
    permissionSets: [
      {
        name: 'BucketCreator',
        sessionDuration: 'PT2H',
        inlinePolicy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
        },
        permissionsBoundary: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
      },
      { name: 'ReadOnly', managedPolicies: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] },
      { name: 'Broken', managedPolicies: ['arn:aws:iam::aws:policy/NoSuchPolicy'] },
      {
        name: 'RoleReader',
        inlinePolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'iam:ListRoles',
              Resource: '*',
              Condition: { Null: { 'identitystore:UserId': 'false' } },
            },
          ],
        },
      },
    ],
    assignments: [
      { account: workloads, permissionSet: 'BucketCreator', group: 'builders' },
      { account: sandbox, permissionSet: 'ReadOnly', group: 'builders' },
      { account: workloads, permissionSet: 'ReadOnly', group: 'auditors' },
      { account: workloads, permissionSet: 'BucketCreator', user: 'eva@example.com' },
      { account: workloads, permissionSet: 'RoleReader', user: 'luis@example.com' },
      { account: sandbox, permissionSet: 'Broken', user: 'luis@example.com' },
    ],
  },
}
