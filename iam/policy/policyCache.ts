/** Compiled policies by their text: the same text is parsed once, and the least used make room. */
import { parsePolicy } from './parsePolicy.ts'
import type { Policy, PolicyKind } from './policy.ts'

export interface PolicyCache {
  /** Throws as `parsePolicy` does; a text that does not parse is not kept. */
  policy(document: string, kind: PolicyKind): Policy
}

/** `limit`: how many policies are kept for each kind. */
export function createPolicyCache(limit: number): PolicyCache {
  const byKind = new Map<PolicyKind, Map<string, Policy>>()
  return {
    policy(document, kind) {
      const kept = byKind.get(kind) ?? new Map<string, Policy>()
      byKind.set(kind, kept)
      const policy = kept.get(document) ?? parsePolicy(document, kind)
      touch(kept, document, policy)
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? document)
      return policy
    },
  }
}

/** A Map keeps the order of insertion: who is put in again is the last to go. */
function touch(kept: Map<string, Policy>, document: string, policy: Policy): void {
  kept.delete(document)
  kept.set(document, policy)
}
