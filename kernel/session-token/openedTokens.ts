/** Session tokens that were opened before: a client sends the same one with every request. Tokens that do not open are not kept. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { deepFreeze } from '#kernel/hops/deepFreeze.ts'
import { openSession } from './openSession.ts'
import type { SealedSession } from './sealedSession.ts'
import type { SessionTokenKey } from './sessionTokenKey.ts'

export interface OpenedTokens {
  /** The session, frozen. An expired one too: what a token holds does not change, the time does. */
  open(token: string): SealedSession | undefined
}

export function createOpenedTokens(key: SessionTokenKey, limit = 1000): OpenedTokens {
  const opened = new LRUCache<string, SealedSession>({ max: limit })
  return {
    open(token) {
      // By hash, so that no token lies about in memory.
      const name = createHash('sha256').update(token).digest('base64')
      const known = opened.get(name)
      if (known !== undefined) return known
      const session = openSession(token, key)
      if (session !== undefined) opened.set(name, deepFreeze(session))
      return session
    },
  }
}
