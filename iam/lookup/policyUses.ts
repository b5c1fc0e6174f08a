/**
 * How often each managed policy is attached, and how often it is a boundary. Counted where it stands, in users
 * and roles, so that no count can be wrong.
 */
import type { Reader } from '#kernel/store/store.ts'
import { type Principal, roles, scopeOf, users } from '../state.ts'

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
  for (const principal of await principalsOf(read, account)) {
    for (const arn of principal.attachedPolicies) add(uses, arn, { attached: 1, boundary: 0 })
    if (principal.permissionsBoundary !== undefined)
      add(uses, principal.permissionsBoundary, { attached: 0, boundary: 1 })
  }
  return uses
}

async function principalsOf(read: Reader, account: string): Promise<readonly Principal[]> {
  const found = [
    ...(await read.list(users, scopeOf(account))),
    ...(await read.list(roles, scopeOf(account))),
  ]
  return found.map(({ value }) => value)
}

function add(uses: Map<string, PolicyUse>, arn: string, more: PolicyUse): void {
  const { attached, boundary } = uses.get(arn) ?? unused
  uses.set(arn, { attached: attached + more.attached, boundary: boundary + more.boundary })
}
