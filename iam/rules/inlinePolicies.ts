/** Inline policies of a user, group or role: one of each name, all together within the quota. */
import { inlinePoliciesTooLarge, inlinePolicyNotFound } from '../errors.ts'
import { policySize, quotas } from '../quotas.ts'
import type { InlinePolicy, PolicyHolder } from '../state.ts'
import { checkIdentityPolicy } from './checkIdentityPolicy.ts'

type Holder = 'user' | 'group' | 'role'

const LIMITS: Readonly<Record<Holder, number>> = {
  user: quotas.userInlinePolicies,
  group: quotas.groupInlinePolicies,
  role: quotas.roleInlinePolicies,
}

/** In the order of their names. */
export function withInlinePolicy(
  owner: PolicyHolder,
  policy: InlinePolicy,
  holder: Holder,
): readonly InlinePolicy[] {
  checkIdentityPolicy(policy.document)
  const others = owner.inlinePolicies.filter(({ name }) => name !== policy.name)
  const all = [...others, policy].sort((a, b) => (a.name < b.name ? -1 : 1))
  const size = all.reduce((sum, { document }) => sum + policySize(document), 0)
  if (size > LIMITS[holder]) throw inlinePoliciesTooLarge(LIMITS[holder], holder, owner.name)
  return all
}

export function withoutInlinePolicy(
  owner: PolicyHolder,
  name: string,
  holder: Holder,
): readonly InlinePolicy[] {
  inlinePolicyNamed(owner, name, holder)
  return owner.inlinePolicies.filter((policy) => policy.name !== name)
}

export function inlinePolicyNamed(
  { inlinePolicies }: PolicyHolder,
  name: string,
  holder: Holder,
): InlinePolicy {
  const found = inlinePolicies.find((policy) => policy.name === name)
  if (found === undefined) throw inlinePolicyNotFound(holder, name)
  return found
}
