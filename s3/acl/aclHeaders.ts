/** Headers that ask for an ACL: they need s3:PutObjectAcl as well. */
export const aclHeaders = [
  'x-amz-acl',
  'x-amz-grant-full-control',
  'x-amz-grant-read',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
]
