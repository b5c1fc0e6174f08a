/** One-time codes by time (RFC 6238 over RFC 4226): SHA-1, six digits, steps of 30 seconds, as every authenticator app does. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const stepMs = 30_000
const digits = 6
/** RFC 6238 5.2: one step either way for clocks and slow fingers. */
const window = 1
/** How far back a code is recognised as late instead of wrong: ten minutes. */
const staleSteps = 20

export type CodeCheck =
  | { readonly result: 'accepted'; readonly step: number }
  | { readonly result: 'used' | 'stale' | 'wrong' }

export interface CodeAttempt {
  readonly code: string
  /** Base32. */
  readonly secret: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The step of the last accepted code: this one and all before it are spent. */
  readonly lastStep: number
}

// SIMPLIFICATION: real identity providers say only "wrong"; here the difference is the lesson.
/** Saying that a code is late or used tells nothing to somebody who did not have it. */
export function checkCode({ code, secret, now, lastStep }: CodeAttempt): CodeCheck {
  const key = base32Bytes(secret)
  const current = stepAt(now)
  const steps = Array.from({ length: staleSteps + 2 * window }, (_, i) => current + window - i)
  // Every step is compared, so that the time taken does not tell which one fitted.
  const [step] = steps.filter((each) => isSame(totp(key, each), code))
  if (step === undefined) return { result: 'wrong' }
  if (step < current - window) return { result: 'stale' }
  if (step <= lastStep) return { result: 'used' }
  return { result: 'accepted', step }
}

export const stepAt = (ms: number): number => Math.floor(ms / stepMs)

/** RFC 4226 5.3: four bytes of the HMAC, from where its last half-byte points, modulo 10^6. */
export function totp(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.max(0, step)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 6; case, spaces and padding do not matter, because people type these. */
export function base32Bytes(text: string): Buffer {
  const symbols = text.replace(/[\s=-]/g, '').toUpperCase()
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const symbol of symbols) {
    const five = alphabet.indexOf(symbol)
    if (five < 0) throw new RangeError('a TOTP secret is base32')
    value = ((value << 5) | five) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
