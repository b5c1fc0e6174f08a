/** The label of a secret: `<session-token:1>`, the same one whenever it comes again, and in whatever form it was kept. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

export type Label = (kind: string, secret: string) => string

/** Labels remembered; an older secret that comes again gets a new number. */
const remembered = 10_000

const labelForm = /^<[a-z-]+:\d+>$/

/** How a hop's record shows a sensitive member (kernel/hops/hopRecord.ts). */
const hashForm = /^sha256:[0-9a-f]{16}$/

export function secretLabels(): Label {
  const labels = new LRUCache<string, string>({ max: remembered })
  const counts = new Map<string, number>()
  return (kind, secret) => {
    if (secret === '' || labelForm.test(secret)) return secret
    const name = `${kind} ${hashOf(secret)}`
    const known = labels.get(name)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const made = `<${kind}:${count}>`
    labels.set(name, made)
    return made
  }
}

/** By hash, so that no secret lies about in memory. */
const hashOf = (secret: string): string =>
  hashForm.test(secret)
    ? secret
    : `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 16)}`
