/** The code that a person compares with their terminal: eight consonants, so that it spells no word (RFC 8628 6.1). */
import type { Ids } from '#kernel/ids/ids.ts'

const alphabet = 'BCDFGHJKLMNPQRSTVWXZ'
const length = 8
const half = length / 2

/** The largest multiple of 20 in a byte: bytes from here on would favour the first letters. */
const limit = 240

export function makeUserCode(ids: Ids): string {
  let letters = ''
  while (letters.length < length)
    for (const byte of ids.bytes(length - letters.length))
      if (byte < limit) letters += alphabet[byte % alphabet.length]
  return written(letters)
}

/** As people type it: in small letters, without the dash, with spaces. Undefined for what can be no code. */
export function readUserCode(typed: string): string | undefined {
  if (typed.length > 4 * length) return undefined
  const letters = typed.replace(/[\s-]/g, '').toUpperCase()
  const isCode = letters.length === length && [...letters].every((each) => alphabet.includes(each))
  return isCode ? written(letters) : undefined
}

const written = (letters: string): string => `${letters.slice(0, half)}-${letters.slice(half)}`
