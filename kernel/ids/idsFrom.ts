/** The forms of chance that AWS shows, drawn from any source of bytes without bias. */
import { BASE32_ALPHABET } from './base32.ts'
import type { Ids } from './ids.ts'

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The largest multiple of 62 in a byte: bytes from here on would favour the first letters. */
const ALPHANUMERIC_LIMIT = 248

type DrawBytes = (count: number) => Buffer

export const idsFrom = (bytes: DrawBytes, fork: (purpose: string) => Ids): Ids => ({
  bytes,
  uuid: () => uuidFrom(bytes(16)),
  hex: (digits) =>
    bytes(Math.ceil(digits / 2))
      .toString('hex')
      .slice(0, digits),
  base32: (length) => base32From(bytes(length)),
  alphanumeric: (length) => alphanumericFrom(bytes, length),
  secretAccessKey: () => bytes(30).toString('base64'),
  fork,
})

/** RFC 9562 section 5.4: four bits of version, two of variant, the rest random. */
function uuidFrom(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function base32From(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes) text += BASE32_ALPHABET[byte & 31]
  return text
}

function alphanumericFrom(bytes: DrawBytes, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of bytes(length - text.length)) {
      if (byte < ALPHANUMERIC_LIMIT) text += ALPHANUMERIC[byte % ALPHANUMERIC.length]
    }
  }
  return text
}
