/**
 * Access key ids: `AKIA` (long-term) or `ASIA` (temporary) and 16 characters of base32 that hold the account,
 * so that GetAccessKeyInfo and routing by account need no lookup.
 */
import { decodeBase32, encodeBase32 } from './base32.ts'
import type { Ids } from './ids.ts'

/**
 * The ten bytes: 48 bits, big-endian, of one mark bit, 40 bits of account and 7 random bits; then 4 random bytes.
 * Ids from before AWS encoded accounts have no mark bit.
 */
const MARK = 2 ** 47
const ACCOUNT_STEP = 2 ** 7
const HEAD_BYTES = 6
const TAIL_BYTES = 4

const FORM = /^A[KS]IA[A-Z2-7]{16}$/
const ACCOUNT_FORM = /^[0-9]{12}$/
const LAST_ACCOUNT = 999_999_999_999

/** Whether a text has the form; `test` and what a person made up have not. */
export const isAccessKeyId = (text: string): boolean => FORM.test(text)

export function makeAccessKeyId(prefix: 'AKIA' | 'ASIA', accountId: string, ids: Ids): string {
  if (!ACCOUNT_FORM.test(accountId)) throw new Error('INVARIANT: an account id has 12 digits')
  const random = ids.bytes(1 + TAIL_BYTES)
  const bytes = Buffer.alloc(HEAD_BYTES + TAIL_BYTES)
  const head = MARK + Number(accountId) * ACCOUNT_STEP + (random.readUInt8(0) % ACCOUNT_STEP)
  bytes.writeUIntBE(head, 0, HEAD_BYTES)
  random.copy(bytes, HEAD_BYTES, 1)
  return prefix + encodeBase32(bytes)
}

/** The account that an id names; undefined for one that names none (`test`, ids of the old form, foreign text). */
export function accountOfAccessKeyId(id: string): string | undefined {
  if (!FORM.test(id)) return undefined
  const head = decodeBase32(id.slice(4))?.readUIntBE(0, HEAD_BYTES)
  if (head === undefined || head < MARK) return undefined
  const account = Math.floor((head - MARK) / ACCOUNT_STEP)
  return account > LAST_ACCOUNT ? undefined : String(account).padStart(12, '0')
}
