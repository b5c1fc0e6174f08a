/**
 * An object's key out of the path: raw bytes, percent-decoded once, read as UTF-8. Nothing is normalised:
 * `a//b`, `.` and `..` are keys like any other.
 */
import * as errors from '../errors.ts'

/** S3 User Guide, "Creating object key names". */
export const MAX_KEY_BYTES = 1024

const PERCENT = 0x25
const PLUS = 0x2b
const SPACE = 0x20

/** Undefined where the bytes are no UTF-8, an escape is broken, or the text holds what no store keeps. */
export function decodePath(text: string): string | undefined {
  const bytes = Buffer.alloc(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // S3 reads `+` as a space in paths as well; signatures are computed that way too.
    if (code !== PERCENT) bytes[length++] = code === PLUS ? SPACE : code
    else {
      const byte = escapedByte(text, i)
      if (byte === undefined) return undefined
      bytes[length++] = byte
      i += 2
    }
  }
  return utf8(bytes.subarray(0, length))
}

function escapedByte(text: string, at: number): number | undefined {
  const digits = text.slice(at + 1, at + 3)
  return /^[0-9a-fA-F]{2}$/.test(digits) ? Number.parseInt(digits, 16) : undefined
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function utf8(bytes: Buffer): string | undefined {
  // SIMPLIFICATION: S3 takes a NUL in a key, though it can list it in no XML; we refuse it.
  if (bytes.includes(0)) return undefined
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

export function checkKeyLength(key: string): void {
  const size = Buffer.byteLength(key, 'utf8')
  if (size > MAX_KEY_BYTES) throw errors.keyTooLong(size, MAX_KEY_BYTES)
}
