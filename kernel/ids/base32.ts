/** Base32, RFC 4648 section 6, without padding: the alphabet of AWS's key ids and unique ids. */
export const BASE32_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Five bits a character; what is left of the last byte is padded with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32_ALPHABET[(pending >> bits) & 31]
    }
    pending &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + BASE32_ALPHABET[(pending << (5 - bits)) & 31]
}

/** Undefined if `text` is not what `encodeBase32` writes: foreign character, impossible length, stray bits. */
export function decodeBase32(text: string): Buffer | undefined {
  const bytes: number[] = []
  let pending = 0
  let bits = 0
  for (const character of text) {
    const value = BASE32_ALPHABET.indexOf(character)
    if (value < 0) return undefined
    pending = (pending << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push(pending >> bits)
    pending &= (1 << bits) - 1
  }
  return bits < 5 && pending === 0 ? Buffer.from(bytes) : undefined
}
