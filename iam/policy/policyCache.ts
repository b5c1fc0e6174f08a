/** Compiled policies by their text: the same text is parsed once, and the unused make room. */
import { parsePolicy } from './parsePolicy.ts'
import type { Policy, PolicyKind } from './policy.ts'

export interface PolicyCache {
  /** Throws as `parsePolicy` does; a text that does not parse is not kept. */
  policy(document: string, kind: PolicyKind): Policy
}

/** `limit`: how many policies of each kind are kept for certain; twice as many are the most. */
export function createPolicyCache(limit: number): PolicyCache {
  const byKind = new Map<PolicyKind, Generations>()
  return {
    policy(document, kind) {
      const generations = byKind.get(kind) ?? { recent: new Map(), former: new Map() }
      byKind.set(kind, generations)
      const kept = generations.recent.get(document)
      if (kept !== undefined) return kept
      const policy = generations.former.get(document) ?? parsePolicy(document, kind)
      remember(generations, document, policy, limit)
      return policy
    },
  }
}

/**
 * Two generations instead of a list by last use: a policy that is asked for costs one look-up, and one
 * that nobody asks for is gone when the recent ones fill up next.
 */
interface Generations {
  recent: Map<string, Policy>
  former: Map<string, Policy>
}

function remember(generations: Generations, document: string, policy: Policy, limit: number): void {
  if (generations.recent.size >= limit) {
    generations.former = generations.recent
    generations.recent = new Map()
  }
  generations.recent.set(document, policy)
}
