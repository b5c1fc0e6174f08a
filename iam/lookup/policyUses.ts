/**
 * How often each managed policy is attached, and how often it is a boundary. Counted where it stands, in users,
 * groups and roles, so that no count can be wrong.
 */
import type { Reader } from '#kernel/store/store.ts'
import { policyHolders } from './policyHolders.ts'

export interface PolicyUse {
  readonly attached: number
  readonly boundary: number
}

export const unused: PolicyUse = { attached: 0, boundary: 0 }

export async function policyUses(
  read: Reader,
  account: string,
): Promise<ReadonlyMap<string, PolicyUse>> {
  const uses = new Map<string, PolicyUse>()
  for (const { holder } of await policyHolders(read, account)) {
    const { attachedPolicies, permissionsBoundary } = holder
    for (const arn of attachedPolicies) add(uses, arn, { attached: 1, boundary: 0 })
    if (permissionsBoundary !== undefined)
      add(uses, permissionsBoundary, { attached: 0, boundary: 1 })
  }
  return uses
}

function add(uses: Map<string, PolicyUse>, arn: string, more: PolicyUse): void {
  const { attached, boundary } = uses.get(arn) ?? unused
  uses.set(arn, { attached: attached + more.attached, boundary: boundary + more.boundary })
}
