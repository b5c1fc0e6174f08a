/**
 * Chance that repeats: the same seed gives the same ids in the same order, so a scenario can be replayed.
 * HKDF (RFC 5869) derives a key per purpose, AES-256 in counter mode is its series. Never for real secrets.
 */
import { createCipheriv, hkdfSync } from 'node:crypto'
import type { Ids } from './ids.ts'
import { idsFrom } from './idsFrom.ts'

const KEY_BYTES = 32
const COUNTER_BYTES = 16

export const seededIds = (seed: string | number): Ids =>
  seriesOf(deriveKey(Buffer.from(String(seed), 'utf8'), 'hopscope ids'))

function seriesOf(key: Buffer): Ids {
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(COUNTER_BYTES))
  const forks = new Map<string, Ids>()

  function fork(purpose: string): Ids {
    // One series per purpose: a second fork goes on where the first is, so no id comes twice.
    const known = forks.get(purpose)
    if (known) return known
    const child = seriesOf(deriveKey(key, `fork ${purpose}`))
    forks.set(purpose, child)
    return child
  }
  return idsFrom((count) => cipher.update(Buffer.alloc(count)), fork)
}

const deriveKey = (from: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', from, '', purpose, KEY_BYTES))
