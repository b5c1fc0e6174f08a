/** Condition keys whose values the sandbox makes up: said beside the decision where a policy has looked at one. */
import type { Decision } from '#kernel/hops/decision.ts'
import { type Badge, badgeTopic } from '#kernel/trace/badge.ts'
import type { Exchange } from './exchange.ts'

export function explainBadge({ trace }: Pick<Exchange, 'trace'>, badge: Badge): void {
  trace?.explain(badgeTopic, badge)
}

export function explainLocalKeys(x: Exchange): void {
  if (!x.trace) return
  const keys = keysLookedAt(x.decisions)
  if (keys.has('aws:securetransport')) explainBadge(x, { badge: 'secureTransport' })
  if (keys.has('aws:sourceip')) explainBadge(x, { badge: 'sourceIp', sourceIp: x.sourceIp })
}

/** In lower case: policies write keys in any. */
function keysLookedAt(decisions: readonly Decision[]): Set<string> {
  const keys = new Set<string>()
  for (const { layers } of decisions)
    for (const { policies } of layers)
      for (const { statements } of policies)
        for (const { because } of statements)
          for (const { contextKey } of because)
            if (contextKey !== undefined) keys.add(contextKey.toLowerCase())
  return keys
}
