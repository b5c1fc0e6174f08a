/**
 * Whom IAM takes for the caller of an `authorize` question: the one it named itself in `resolveCaller`,
 * a federated one that STS vouches for, or nobody. Never the asker's word.
 */
import { judged, received, sourceOf } from './believe.ts'
import { anonymous, type Caller } from './caller.ts'
import { credentials, federatedCaller } from './ports.ts'
import type { Ring } from './ring.ts'

const resolvedCaller = sourceOf(credentials, 'resolveCaller')

export function believeCaller(given: unknown, bound: string, ring: Ring, now: number): Caller {
  const statement =
    received(given, resolvedCaller.issuer, ring) ?? received(given, federatedCaller.issuer, ring)
  if (statement === undefined && isAnonymous(given)) return anonymous
  const source = statement?.issuer === federatedCaller.issuer ? federatedCaller : resolvedCaller
  return judged<typeof source.answer>(source, statement, bound, now).body
}

/** To be nobody needs no proof; whatever else the literal says is not looked at. */
const isAnonymous = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'type' in given && given.type === 'Anonymous'
