/** The APIs that the sandbox speaks, and which of their operations it has: read by the generator only. */

export interface ServiceRow {
  /** botocore's folder and API version. */
  readonly botocore: string
  readonly version: string
  /** The SDK client that serves as second witness; without one botocore's word stands alone. */
  readonly client?: string | undefined
  /** Name of the generated table, and of its types in capitals. */
  readonly name: string
  readonly file: string
  readonly operations: readonly string[]
}

export const supported: readonly ServiceRow[] = [
  {
    botocore: 'sts',
    version: '2011-06-15',
    client: 'client-sts',
    name: 'sts',
    file: 'sts/model/shapes.ts',
    operations: ['AssumeRole', 'AssumeRoleWithSAML', 'GetCallerIdentity'],
  },
  {
    botocore: 'iam',
    version: '2010-05-08',
    client: 'client-iam',
    name: 'iam',
    file: 'iam/model/shapes.ts',
    operations: [
      ...['CreateUser', 'GetUser', 'ListUsers', 'UpdateUser', 'DeleteUser'],
      ...['TagUser', 'UntagUser', 'ListUserTags'],
      ...['CreateAccessKey', 'ListAccessKeys', 'UpdateAccessKey', 'DeleteAccessKey'],
      'GetAccessKeyLastUsed',
      ...['CreateRole', 'GetRole', 'ListRoles', 'DeleteRole', 'UpdateRole'],
      ...['UpdateAssumeRolePolicy', 'UpdateRoleDescription'],
      ...['TagRole', 'UntagRole', 'ListRoleTags'],
      ...['PutRolePolicy', 'GetRolePolicy', 'ListRolePolicies', 'DeleteRolePolicy'],
      ...['PutUserPolicy', 'GetUserPolicy', 'ListUserPolicies', 'DeleteUserPolicy'],
      ...['CreatePolicy', 'GetPolicy', 'ListPolicies', 'DeletePolicy'],
      ...['CreatePolicyVersion', 'GetPolicyVersion', 'ListPolicyVersions'],
      ...['SetDefaultPolicyVersion', 'DeletePolicyVersion', 'ListEntitiesForPolicy'],
      ...['TagPolicy', 'UntagPolicy', 'ListPolicyTags'],
      ...['AttachRolePolicy', 'DetachRolePolicy', 'ListAttachedRolePolicies'],
      ...['AttachUserPolicy', 'DetachUserPolicy', 'ListAttachedUserPolicies'],
      ...['PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary'],
      ...['PutUserPermissionsBoundary', 'DeleteUserPermissionsBoundary'],
      ...['CreateSAMLProvider', 'GetSAMLProvider', 'ListSAMLProviders'],
      ...['UpdateSAMLProvider', 'DeleteSAMLProvider'],
      ...['TagSAMLProvider', 'UntagSAMLProvider', 'ListSAMLProviderTags'],
      ...['CreateGroup', 'GetGroup', 'ListGroups', 'UpdateGroup', 'DeleteGroup'],
      ...['AddUserToGroup', 'RemoveUserFromGroup', 'ListGroupsForUser'],
      ...['PutGroupPolicy', 'GetGroupPolicy', 'ListGroupPolicies', 'DeleteGroupPolicy'],
      ...['AttachGroupPolicy', 'DetachGroupPolicy', 'ListAttachedGroupPolicies'],
      ...['CreateInstanceProfile', 'GetInstanceProfile', 'DeleteInstanceProfile'],
      ...['ListInstanceProfiles', 'ListInstanceProfilesForRole'],
      ...['AddRoleToInstanceProfile', 'RemoveRoleFromInstanceProfile'],
      ...['TagInstanceProfile', 'UntagInstanceProfile', 'ListInstanceProfileTags'],
      ...['CreateAccountAlias', 'DeleteAccountAlias', 'ListAccountAliases'],
      ...['GetAccountSummary', 'GetAccountAuthorizationDetails'],
      'CreateServiceLinkedRole',
    ],
  },
  {
    botocore: 's3',
    version: '2006-03-01',
    client: 'client-s3',
    name: 's3',
    file: 's3/model/shapes.ts',
    operations: [
      ...['CreateBucket', 'HeadBucket', 'ListBuckets', 'DeleteBucket', 'GetBucketLocation'],
      ...['PutObject', 'GetObject', 'HeadObject', 'DeleteObject', 'ListObjectsV2'],
      ...['PutBucketPolicy', 'GetBucketPolicy', 'DeleteBucketPolicy', 'GetBucketPolicyStatus'],
      ...['PutPublicAccessBlock', 'GetPublicAccessBlock', 'DeletePublicAccessBlock'],
      'PutBucketOwnershipControls',
      ...['GetBucketOwnershipControls', 'DeleteBucketOwnershipControls'],
      ...['GetBucketAcl', 'PutBucketAcl', 'GetObjectAcl', 'PutObjectAcl'],
      ...['PutBucketCors', 'GetBucketCors', 'DeleteBucketCors'],
      ...['PutBucketEncryption', 'GetBucketEncryption', 'DeleteBucketEncryption'],
      'PutBucketLifecycleConfiguration',
      ...['GetBucketLifecycleConfiguration', 'DeleteBucketLifecycle'],
      ...['PutBucketNotificationConfiguration', 'GetBucketNotificationConfiguration'],
      ...['PutBucketLogging', 'GetBucketLogging'],
      ...['PutBucketReplication', 'GetBucketReplication', 'DeleteBucketReplication'],
      ...['PutBucketRequestPayment', 'GetBucketRequestPayment'],
      ...['PutBucketAccelerateConfiguration', 'GetBucketAccelerateConfiguration'],
      ...['PutBucketInventoryConfiguration', 'GetBucketInventoryConfiguration'],
      ...['DeleteBucketInventoryConfiguration', 'ListBucketInventoryConfigurations'],
      ...['PutBucketAnalyticsConfiguration', 'GetBucketAnalyticsConfiguration'],
      ...['DeleteBucketAnalyticsConfiguration', 'ListBucketAnalyticsConfigurations'],
      ...['PutBucketMetricsConfiguration', 'GetBucketMetricsConfiguration'],
      ...['DeleteBucketMetricsConfiguration', 'ListBucketMetricsConfigurations'],
      'PutBucketIntelligentTieringConfiguration',
      'GetBucketIntelligentTieringConfiguration',
      'DeleteBucketIntelligentTieringConfiguration',
      'ListBucketIntelligentTieringConfigurations',
      ...['PutBucketTagging', 'GetBucketTagging', 'DeleteBucketTagging'],
      ...['PutBucketWebsite', 'GetBucketWebsite', 'DeleteBucketWebsite'],
    ],
  },
  {
    botocore: 's3control',
    version: '2018-08-20',
    name: 's3Control',
    file: 's3/model/controlShapes.ts',
    operations: [...['PutPublicAccessBlock', 'GetPublicAccessBlock', 'DeletePublicAccessBlock']],
  },
  {
    botocore: 'sso-oidc',
    version: '2019-06-10',
    client: 'client-sso-oidc',
    name: 'ssoOidc',
    file: 'identity-center/model/ssoOidc.ts',
    operations: ['RegisterClient', 'StartDeviceAuthorization', 'CreateToken'],
  },
  {
    botocore: 'sso',
    version: '2019-06-10',
    client: 'client-sso',
    name: 'sso',
    file: 'identity-center/model/sso.ts',
    operations: ['ListAccounts', 'ListAccountRoles', 'GetRoleCredentials', 'Logout'],
  },
]
