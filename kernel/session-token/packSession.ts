/** A session as few bytes: JSON, deflated (RFC 1951), because the token travels with every request of its holder. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { fits } from '#kernel/hops/fits.ts'
import { SealedSession } from './sealedSession.ts'

/** Nothing that we pack comes near it. */
const longestSession = 256 * 1024

/** A session is a few hundred bytes: of zlib's usual tables most would be made for nothing, with each token. */
const small = { windowBits: 12, memLevel: 5, chunkSize: 1024 }

export const packSession = (session: SealedSession): Buffer =>
  deflateRawSync(JSON.stringify(session), small)

/** Of bytes whose seal held; undefined where another version packed them. */
export function unpackSession(packed: Buffer): SealedSession | undefined {
  try {
    const text = inflateRawSync(packed, { maxOutputLength: longestSession }).toString()
    const session: unknown = JSON.parse(text)
    return fits(SealedSession, session) ? session : undefined
  } catch {
    return undefined
  }
}
