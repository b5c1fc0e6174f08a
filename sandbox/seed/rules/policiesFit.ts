/** Policy documents within AWS's sizes, counted without white space between their elements. */
import type { Seed } from '../seed.ts'
import { type SeedProblem, seedProblem } from '../seedProblem.ts'
import type { SeedRule } from './seedRule.ts'

/** Characters: IAM's, Organizations' and Identity Center's quotas. */
export const policyLimits = {
  userInline: 2_048,
  organization: 5_120,
  permissionSetInline: 32_768,
} as const

export const policiesFit: SeedRule = (seed) => [
  ...ofUsers(seed),
  ...ofOrganization(seed),
  ...ofPermissionSets(seed),
]

const ofUsers = ({ accounts }: Seed): SeedProblem[] =>
  accounts.flatMap(({ users = [] }, i) =>
    users.flatMap(({ inlinePolicy }, j) =>
      fits(`accounts[${i}].users[${j}].inlinePolicy`, inlinePolicy, policyLimits.userInline),
    ),
  )

const ofOrganization = ({ organization }: Seed): SeedProblem[] =>
  (organization?.policies ?? []).flatMap(({ content }, i) =>
    fits(`organization.policies[${i}].content`, content, policyLimits.organization),
  )

const ofPermissionSets = ({ identityCenter }: Seed): SeedProblem[] =>
  (identityCenter?.permissionSets ?? []).flatMap(({ inlinePolicy }, i) =>
    fits(
      `identityCenter.permissionSets[${i}].inlinePolicy`,
      inlinePolicy,
      policyLimits.permissionSetInline,
    ),
  )

function fits(path: string, policy: object | undefined, limit: number): SeedProblem[] {
  if (policy === undefined) return []
  const size = JSON.stringify(policy).length
  return size <= limit ? [] : [seedProblem(path, 'policyTooLarge', { size, limit })]
}
