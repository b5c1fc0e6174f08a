/**
 * UriEncode() of the Signature Version 4 specification: every byte but the unreserved ones of RFC 3986
 * becomes `%XY`, upper case. One character is one byte: Node hands request lines over as latin1.
 */

/** How each byte is written in the canonical request, by its value. */
export type ByteTable = readonly string[]

const UNRESERVED = /[A-Za-z0-9\-._~]/

function byteTable(written: Readonly<Record<string, string>> = {}): ByteTable {
  return Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte)
    if (UNRESERVED.test(character)) return character
    return written[character] ?? escaped(byte)
  })
}

const escaped = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`

/** Nothing but the unreserved characters stays. */
export const STRICT = byteTable()
/** A path keeps its slashes. */
export const PATH = byteTable({ '/': '/' })
/** A query is read as a form, where an unescaped `+` is a space: signed as anything else, it could become one. */
export const QUERY = byteTable({ '+': '%20' })

/** Encodes every character of `text`, `%` included. */
export function uriEncode(text: string, table: ByteTable): string {
  let encoded = ''
  for (let i = 0; i < text.length; i++) encoded += encodeAt(text, i, table)
  return encoded
}

/**
 * Brings an already encoded text into canonical form: escapes are decoded and written anew, what stands
 * there unescaped goes through `table`. An escaped slash stays escaped: it does not separate segments.
 */
export function uriRecode(text: string, table: ByteTable): string {
  let encoded = ''
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i) === PERCENT ? escapedByte(text, i) : -1
    if (byte < 0) encoded += encodeAt(text, i, table)
    else {
      encoded += STRICT[byte]
      i += 2
    }
  }
  return encoded
}

const PERCENT = 0x25

const encodeAt = (text: string, at: number, table: ByteTable) =>
  table[text.charCodeAt(at)] ?? escaped(text.charCodeAt(at))

/** The byte that `%XY` at `at` stands for; -1 where that is no escape. */
function escapedByte(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at + 1))
  const low = hexDigit(text.charCodeAt(at + 2))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0x41 && code <= 0x46) return code - 0x37
  if (code >= 0x61 && code <= 0x66) return code - 0x57
  return -1
}
