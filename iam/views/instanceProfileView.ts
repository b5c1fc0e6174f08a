/** An instance profile as answers show it, with its role; lists leave out its tags. */
import type { Reader } from '#kernel/store/store.ts'
import { readEntityArn } from '../entityArn.ts'
import type { InstanceProfile as ProfileShape } from '../model/shapes.ts'
import { type InstanceProfile, roles, scopeOf } from '../state.ts'
import { listedRole } from './roleView.ts'
import { tagsView } from './tagsView.ts'

export async function listedInstanceProfile(
  read: Reader,
  profile: InstanceProfile,
): Promise<ProfileShape> {
  const { path, name, id, arn, createdAt } = profile
  return {
    Path: path,
    InstanceProfileName: name,
    InstanceProfileId: id,
    Arn: arn,
    CreateDate: new Date(createdAt),
    Roles: await rolesOf(read, profile),
  }
}

export async function instanceProfileView(
  read: Reader,
  profile: InstanceProfile,
): Promise<ProfileShape> {
  return { ...(await listedInstanceProfile(read, profile)), Tags: tagsView(profile.tags) }
}

async function rolesOf(read: Reader, { arn, role }: InstanceProfile) {
  if (role === undefined) return []
  const found = await read.get(roles, scopeOf(readEntityArn(arn)!.account), role)
  if (found === undefined) throw new Error('INVARIANT: a role in a profile is not deleted')
  return [await listedRole(read, found.value)]
}
