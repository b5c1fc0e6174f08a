/** A role as answers show it: lists leave out its boundary, tags and last use. */
import type { Reader } from '#kernel/store/store.ts'
import type { RoleLastUsed, Role as RoleShape } from '../model/shapes.ts'
import { lastUses, type Role, scopeOf } from '../state.ts'
import { currentTrustDocument } from '../trustPolicy.ts'
import { boundaryView } from './boundaryView.ts'
import { encodedDocument } from './encodedDocument.ts'
import { tagsView } from './tagsView.ts'

export async function listedRole(read: Reader, role: Role): Promise<RoleShape> {
  const trust = await currentTrustDocument(read, role.trustPolicy)
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodedDocument(trust),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
  }
}

export async function roleView(read: Reader, role: Role): Promise<RoleShape> {
  return {
    ...(await listedRole(read, role)),
    PermissionsBoundary: boundaryView(role),
    Tags: tagsView(role.tags),
  }
}

/** Empty for a role that nobody has used. */
export async function lastUseOf(read: Reader, account: string, role: Role): Promise<RoleLastUsed> {
  const use = await read.get(lastUses, scopeOf(account), role.id)
  return use ? { LastUsedDate: new Date(use.value.at), Region: use.value.region } : {}
}
