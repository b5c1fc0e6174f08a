/**
 * The id by which audit records name a sign-in or a token of a workforce user: four zero bytes, the second it was
 * made, then chance; in base64url, as seen in AWS's records.
 */
import type { Ids } from '#kernel/ids/ids.ts'

const chanceBytes = 16

export function makeCredentialId(now: number, ids: Ids): string {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(Math.floor(now / 1000), 4)
  return Buffer.concat([head, ids.bytes(chanceBytes)]).toString('base64url')
}
