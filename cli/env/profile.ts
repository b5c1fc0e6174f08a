/** One named profile of AWS's configuration: a role that a person takes by signing in, or a key. */
import type { AccessKey } from '#sandbox/sandbox.ts'

export interface RoleProfile {
  readonly name: string
  readonly accountId: string
  readonly accountName: string
  readonly permissionSet: string
}

export interface KeyProfile {
  readonly name: string
  readonly accountId: string
  readonly key: AccessKey
}

export type Profile = RoleProfile | KeyProfile

export const isRoleProfile = (profile: Profile): profile is RoleProfile =>
  'permissionSet' in profile
