/** The organization's tree as two flat lists: its units, and the accounts under the root and the units. */
import type { Static } from '@sinclair/typebox'
import type { SeedOrganization, SeedOu } from '../seed.ts'
import type { Placed } from './seedRule.ts'

type Unit = Static<typeof SeedOu>

export interface OrganizationTree {
  readonly units: readonly Placed[]
  readonly accounts: readonly Placed[]
}

export function organizationTree({ accounts = [], ous = [] }: SeedOrganization): OrganizationTree {
  const units: Placed[] = []
  const placed = placedAccounts(accounts, 'organization')
  const visit = (unit: Unit, at: string): void => {
    units.push({ name: unit.name, path: `${at}.name` })
    placed.push(...placedAccounts(unit.accounts ?? [], at))
    for (const [i, inner] of (unit.ous ?? []).entries()) visit(inner, `${at}.ous[${i}]`)
  }
  for (const [i, unit] of ous.entries()) visit(unit, `organization.ous[${i}]`)
  return { units, accounts: placed }
}

const placedAccounts = (ids: readonly string[], at: string): Placed[] =>
  ids.map((id, i) => ({ name: id, path: `${at}.accounts[${i}]` }))
