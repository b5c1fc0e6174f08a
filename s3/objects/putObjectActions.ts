/** What a PutObject request needs to be allowed: its headers can ask for more than to put an object. */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { aclHeaders } from '../acl/aclHeaders.ts'

/** Headers that policies can hold conditions on. */
export const CONDITION_HEADERS = [
  ...aclHeaders,
  'x-amz-server-side-encryption',
  'x-amz-storage-class',
  'x-amz-website-redirect-location',
  'if-match',
  'if-none-match',
]

export function putObjectActions(request: WireRequest): string[] {
  const has = (name: string) => header(request, name) !== undefined
  const actions = ['s3:PutObject']
  if (aclHeaders.some(has)) actions.push('s3:PutObjectAcl')
  if (has('x-amz-tagging')) actions.push('s3:PutObjectTagging')
  // Whoever writes over a version that he names learns whether it is still there.
  if (has('if-match')) actions.push('s3:GetObject')
  return actions
}
