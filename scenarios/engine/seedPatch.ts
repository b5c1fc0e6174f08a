/** What an attack adds to a seed, as data; the seed itself stays as it was given. */
import type { Seed, SeedOrganization, SeedPermissionSet, SeedUser } from '#sandbox/seed/seed.ts'

export type OrganizationPolicy = NonNullable<SeedOrganization['policies']>[number]

export interface SeedPatch {
  /** Attached beside those that the organization has. */
  readonly organizationPolicies?: readonly OrganizationPolicy[] | undefined
  /** In place of the one of the same name. */
  readonly permissionSet?: SeedPermissionSet | undefined
  /** Beside the users of the account. */
  readonly user?: { readonly accountId: string; readonly user: SeedUser } | undefined
}

export function patched(seed: Seed, patch: SeedPatch): Seed {
  const copy = structuredClone(seed)
  const { organizationPolicies = [], permissionSet, user } = patch
  if (copy.organization && organizationPolicies.length > 0)
    copy.organization.policies = [...(copy.organization.policies ?? []), ...organizationPolicies]
  if (copy.identityCenter && permissionSet)
    copy.identityCenter.permissionSets = (copy.identityCenter.permissionSets ?? []).map((each) =>
      each.name === permissionSet.name ? permissionSet : each,
    )
  const account = copy.accounts.find(({ id }) => id === user?.accountId)
  if (account && user) account.users = [...(account.users ?? []), user.user]
  return copy
}
